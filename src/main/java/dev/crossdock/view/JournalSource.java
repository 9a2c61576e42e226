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

/** The journal as a stream that never ends: page after page, and then whatever is new. */
final class JournalSource extends SourceProvider<String, JournalRow> {
  private final ActorSystem<?> system;
  private final ReadStore store;
  private final JournalTable journal;
  private final int pageRows;
  private final Duration poll;

  /**
   * @param pageRows read at once
   * @param poll how long to wait when there was nothing more
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
    return Source.unfoldAsync(new Place(start, false), this::next).mapConcat(page -> page);
  }

  /**
   * @param waiting whether there was nothing more when it was last looked
   */
  private record Place(JournalPosition position, boolean waiting) {}

  private CompletionStage<Optional<Pair<Place, List<JournalRow>>>> next(Place place) {
    return (place.waiting() ? afterPoll() : CompletableFuture.completedFuture(poll))
        .thenCompose(
            any -> store.run(connection -> journal.page(connection, place.position(), pageRows)))
        .thenApply(page -> Optional.of(Pair.create(behind(place, page), page)));
  }

  private Place behind(Place place, List<JournalRow> page) {
    return page.isEmpty()
        ? new Place(place.position(), true)
        : new Place(page.getLast().position(), page.size() < pageRows);
  }

  private CompletionStage<Duration> afterPoll() {
    return Patterns.after(
        poll, system.classicSystem(), () -> CompletableFuture.completedFuture(poll));
  }
}
