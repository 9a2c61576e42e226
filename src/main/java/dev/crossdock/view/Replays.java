package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hands dead letters to their projectors once more. */
final class Replays {
  private final ReadSideParts parts;
  private final Streams streams;
  private final Mender mender;

  Replays(ReadSideParts parts) {
    this.parts = parts;
    this.streams = new Streams(parts.journal(), parts.codecs());
    this.mender = new Mender(parts);
  }

  /** Tries the oldest again, one after the other, each as a whole or not at all. */
  CompletionStage<ReadSideDesk.Replayed> replay(int lettersMax) {
    return parts
        .store()
        .run(connection -> DeadLetters.oldest(connection, lettersMax))
        .thenCompose(this::replay);
  }

  private CompletionStage<ReadSideDesk.Replayed> replay(List<DeadLetter> letters) {
    CompletionStage<ReadSideDesk.Replayed> sum =
        CompletableFuture.completedFuture(new ReadSideDesk.Replayed(0, 0));
    for (DeadLetter letter : letters) {
      sum =
          sum.thenCompose(
              so ->
                  parts
                      .store()
                      .transaction(connection -> isTaken(connection, letter))
                      .thenApply(
                          taken ->
                              taken
                                  ? new ReadSideDesk.Replayed(so.replayed() + 1, so.failed())
                                  : new ReadSideDesk.Replayed(so.replayed(), so.failed() + 1)));
    }
    return sum;
  }

  private boolean isTaken(Connection connection, DeadLetter letter) throws SQLException {
    Optional<String> failure =
        letter.projector().equals(DeadLetter.JOURNAL)
            ? readAgain(connection, letter)
            : handOver(connection, letter);
    if (failure.isEmpty()) {
      DeadLetters.delete(connection, letter);
    } else {
      DeadLetters.put(
          connection,
          new DeadLetter(
              letter.projector(),
              letter.persistenceId(),
              letter.sequenceNumber(),
              letter.generation(),
              parts.clock().instant(),
              failure.get()));
    }
    return failure.isEmpty();
  }

  /**
   * What could not be read may be readable by now: by a newer program, or because it was mended.
   */
  private Optional<String> readAgain(Connection connection, DeadLetter letter) throws SQLException {
    for (Fold.Step step : streams.all(connection, letter.persistenceId())) {
      String fault = step.fault();
      if (fault != null) {
        return Optional.of(fault);
      }
    }
    if (letter.generation() == 0) {
      return handOverFrom(connection, letter);
    }
    return mender.mend(connection, letter.generation(), letter.persistenceId())
        ? Optional.empty()
        : Optional.of("read again, but not taken over");
  }

  /** Everybody was told that it is unreadable; what it really was is told them now. */
  private Optional<String> handOverFrom(Connection connection, DeadLetter letter)
      throws SQLException {
    List<Change> changes = changes(connection, letter, letter.sequenceNumber(), Long.MAX_VALUE);
    for (Projector projector : parts.neverRebuilt()) {
      Exception failure = careful(letter).failure(connection, projector, changes);
      if (failure != null) {
        return Optional.of(failure.toString());
      }
    }
    return Optional.empty();
  }

  /** What is rebuilt knows its own versions; what is not has all others already. */
  private Optional<String> handOver(Connection connection, DeadLetter letter) throws SQLException {
    boolean once = letter.generation() == 0;
    if (!once) {
      Generations.lock(connection, letter.generation());
    }
    List<Projector> projectors =
        once
            ? parts.neverRebuilt()
            : parts.mending(Generations.numbered(connection, letter.generation()));
    Optional<Projector> projector =
        projectors.stream().filter(it -> it.name().equals(letter.projector())).findFirst();
    if (projector.isEmpty()) {
      return Optional.of("no projector " + letter.projector());
    }
    List<Change> changes =
        once
            ? changes(connection, letter, letter.sequenceNumber(), letter.sequenceNumber())
            : changes(connection, letter, 1, Long.MAX_VALUE);
    return Optional.ofNullable(careful(letter).failure(connection, projector.get(), changes))
        .map(Exception::toString);
  }

  private List<Change> changes(Connection connection, DeadLetter letter, long from, long to)
      throws SQLException {
    return streams.all(connection, letter.persistenceId()).stream()
        .map(Fold.Step::change)
        .filter(change -> change.version() >= from && change.version() <= to)
        .toList();
  }

  private Careful careful(DeadLetter letter) {
    return new Careful(letter.generation(), parts.clock());
  }
}
