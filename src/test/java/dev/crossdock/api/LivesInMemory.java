package dev.crossdock.api;

import dev.crossdock.journal.EventHash;
import dev.crossdock.order.Recorded;
import dev.crossdock.replay.AsOf;
import dev.crossdock.replay.Difference;
import dev.crossdock.replay.Evidence;
import dev.crossdock.replay.Life;
import dev.crossdock.replay.Link;
import dev.crossdock.replay.Lives;
import dev.crossdock.replay.Moment;
import dev.crossdock.replay.Then;
import dev.crossdock.trade.OrderId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The past of orders in memory. */
record LivesInMemory(OrdersInMemory orders) implements Lives {
  private static final int ALL = 1000;

  @Override
  public CompletionStage<Then> asOf(OrderId id, AsOf when) {
    return orders
        .events(id, 0, ALL)
        .thenApply(
            all ->
                all.isEmpty()
                    ? new Then.NoOrder()
                    : all.stream()
                        .filter(it -> isWithin(it, when))
                        .reduce((a, b) -> b)
                        .filter(it -> !(when instanceof AsOf.Version(long v)) || it.version() == v)
                        .<Then>map(it -> new Then.Was(it.after(), it.version()))
                        .orElseGet(() -> new Then.NotThen(last(all, when))));
  }

  private static boolean isWithin(Recorded recorded, AsOf when) {
    return switch (when) {
      case AsOf.Version(long version) -> recorded.version() <= version;
      case AsOf.Time(var at) -> !recorded.event().at().isAfter(at);
    };
  }

  private static long last(List<Recorded> all, AsOf when) {
    return when instanceof AsOf.Version ? all.size() : 0;
  }

  @Override
  public CompletionStage<Optional<Life>> of(OrderId id) {
    return orders
        .events(id, 0, ALL)
        .thenApply(
            all ->
                all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new Life(id, all.size(), all.stream().map(it -> moment(id, it)).toList())));
  }

  private static Moment moment(OrderId id, Recorded it) {
    String status = it.after().status().name();
    List<Difference> changes = List.of(new Difference("status", null, status));
    return new Moment(
        id.value(), it.version(), "stepped", it.event().at(), "merchant", null, changes);
  }

  /** Of the second event somebody has changed what a partner said. */
  @Override
  public CompletionStage<Optional<Evidence>> evidence(OrderId id) {
    return orders
        .events(id, 0, ALL)
        .thenApply(
            all ->
                all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new Evidence(
                            id,
                            List.of(
                                new Evidence.Chain(
                                    id.value(),
                                    "order|" + id.entityId(),
                                    all.stream().map(LivesInMemory::link).toList())))));
  }

  private static Link link(Recorded it) {
    byte[] stored = (it.version() == 1 ? "{}" : "\u00ff").getBytes(StandardCharsets.ISO_8859_1);
    byte[] hash = EventHash.of(stored);
    return it.version() == 1
        ? new Link(1, 0, 1, stored, hash, null, new Link.Said("answer", hash))
        : new Link(it.version(), 0, 1, stored, hash, "changed", null);
  }
}
