package dev.crossdock.view;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.projection.javadsl.SourceProvider;
import org.apache.pekko.stream.javadsl.Source;

/**
 * The journal as a stream that never ends: page after page, and then whatever is new. The more
 * there was, the longer it waits for the next: of what one order goes through meanwhile only the
 * outcome is written, and when there is much to do most orders go through several things a second.
 */
final class JournalSource extends SourceProvider<String, JournalRow> {
  /** So many rows in a page are worth waiting for as long as {@code poll} once more. */
  private static final int ROWS_A_POLL = 100;

  /** It never waits for more of them. */
  private static final int POLLS_MAX = 5;

  private final ActorSystem<?> system;
  private final ReadStore store;
  private final JournalTable journal;
  private final int pageRows;
  private final Duration poll;

  /**
   * @param pageRows read at once, and taken over at once
   * @param poll how long to wait when there was hardly anything more; five times that at most
   */
  JournalSource(
      ActorSystem<?> system, ReadStore store, JournalTable journal, int pageRows, Duration poll) {
    this.system = system;
    this.store = store;
    this.journal = journal;
    this.pageRows = pageRows;
    this.poll = poll;
  }

  @Override
  public CompletionStage<Source<JournalRow, NotUsed>> source(
      Supplier<CompletionStage<Optional<String>>> offset) {
    return offset
        .get()
        .thenApply(last -> last.map(JournalPosition::of).orElse(JournalPosition.START))
        .thenApply(this::from);
  }

  @Override
  public String extractOffset(JournalRow row) {
    return row.position().toString();
  }

  @Override
  public long extractCreationTime(JournalRow row) {
    return row.storedAt().toEpochMilli();
  }

  private Source<JournalRow, NotUsed> from(JournalPosition start) {
    return Source.unfoldAsync(new Place(start, Duration.ZERO), this::next).mapConcat(page -> page);
  }

  /**
   * @param pause before it is looked whether there is more
   */
  private record Place(JournalPosition position, Duration pause) {}

  private CompletionStage<Optional<Pair<Place, List<JournalRow>>>> next(Place place) {
    return after(place.pause())
        .thenCompose(
            any -> store.run(connection -> journal.page(connection, place.position(), pageRows)))
        .thenApply(page -> Optional.of(Pair.create(behind(place, page), page)));
  }

  private Place behind(Place place, List<JournalRow> page) {
    return page.isEmpty()
        ? new Place(place.position(), poll)
        : new Place(page.getLast().position(), pauseAfter(page.size()));
  }

  private Duration pauseAfter(int rows) {
    if (rows == pageRows) {
      return Duration.ZERO;
    }
    double polls = Math.clamp((double) rows / ROWS_A_POLL, 1, POLLS_MAX);
    return Duration.ofNanos((long) (poll.toNanos() * polls));
  }

  private CompletionStage<Duration> after(Duration pause) {
    CompletionStage<Duration> now = CompletableFuture.completedFuture(pause);
    return pause.isZero() ? now : Patterns.after(pause, system.classicSystem(), () -> now);
  }
}
