package dev.crossdock.runtime;

import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.Recorded;
import dev.crossdock.runtime.FollowerMessage.GapRead;
import dev.crossdock.runtime.FollowerMessage.Page;
import dev.crossdock.runtime.FollowerMessage.PageRead;
import dev.crossdock.trade.OrderId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Sink;

/**
 * What the follower reads of the journal, a few at once: those who watch must not keep those who
 * work from it. The answer comes to the follower as a message, also that there is none.
 */
final class JournalReads {
  private static final int AT_ONCE_MAX = 16;
  private static final int PAGE_MAX = 64;

  private final ActorContext<FollowerMessage> context;
  private final Journal journal;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int open;

  JournalReads(ActorContext<FollowerMessage> context, Journal journal) {
    this.context = context;
    this.journal = journal;
  }

  /** All that the order has behind a version; the one asked for must be there. */
  void gap(OrderId id, long behind, long asked) {
    read(
        () -> journal.events(id, behind + 1, Long.MAX_VALUE).runWith(Sink.seq(), system()),
        rows -> new GapRead(id, asked, rows));
  }

  /** What a watch has missed of an order up to a version, or the first of it. */
  void page(Watch watch, OrderId id, long told, long upTo) {
    read(() -> page(id, told, upTo), page -> new PageRead(watch, id, page));
  }

  private CompletionStage<Page> page(OrderId id, long told, long upTo) {
    return journal
        .events(id, 1, upTo)
        .runFold(new Read(Place.start(), new ArrayList<>()), Read::with, system())
        .thenApply(read -> read.page(told, upTo));
  }

  /** One has been answered: there is room for the next. */
  void done() {
    open = Math.max(0, open - 1);
    Runnable next = waiting.pollFirst();
    if (next != null) {
      open++;
      next.run();
    }
  }

  private <T> void read(
      Supplier<CompletionStage<T>> what, Function<Optional<T>, FollowerMessage> told) {
    Runnable begin =
        () ->
            context.pipeToSelf(
                what.get(),
                (answer, failure) ->
                    told.apply(failure == null ? Optional.of(answer) : Optional.empty()));
    if (open < AT_ONCE_MAX) {
      open++;
      begin.run();
    } else {
      waiting.addLast(begin);
    }
  }

  private ActorSystem<?> system() {
    return context.getSystem();
  }

  /** A journal as far as it is read; what comes behind the order's end is nobody's progress. */
  private record Read(Place place, List<Recorded> recorded) {
    Read with(Pair<Long, OrderEvent> event) {
      if (place.isOver()) {
        return this;
      }
      Place next = place.after(event.first(), event.second());
      next.recorded(event.second()).ifPresent(recorded::add);
      return new Read(next, recorded);
    }

    Page page(long told, long upTo) {
      List<Recorded> missed = recorded.stream().filter(r -> r.version() > told).toList();
      boolean isAll = missed.size() <= PAGE_MAX;
      boolean nothingMore = place.isOver() || place.version() < upTo;
      return new Page(isAll ? missed : missed.subList(0, PAGE_MAX), isAll && nothingMore);
    }
  }
}
