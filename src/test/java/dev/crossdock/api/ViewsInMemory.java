package dev.crossdock.api;

import dev.crossdock.order.OrderStatus;
import dev.crossdock.view.Dated;
import dev.crossdock.view.OrderPage;
import dev.crossdock.view.OrderQuery;
import dev.crossdock.view.OrderStats;
import dev.crossdock.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A read side that has what a test gives it, and remembers what it was asked. */
final class ViewsInMemory implements Views {
  final List<OrderQuery> asked = new ArrayList<>();
  OrderPage page = new OrderPage(List.of(), Optional.empty());
  Optional<RuntimeException> failure = Optional.empty();

  @Override
  public CompletionStage<Dated<OrderPage>> orders(OrderQuery query) {
    asked.add(query);
    return failure
        .<CompletionStage<Dated<OrderPage>>>map(CompletableFuture::failedFuture)
        .orElseGet(() -> CompletableFuture.completedFuture(new Dated<>(page, Bench.NOON, 120)));
  }

  @Override
  public CompletionStage<Dated<OrderStats>> stats(String merchant) {
    OrderStats.Throughput throughput = new OrderStats.Throughput(1.5, 1, 0.25);
    return CompletableFuture.completedFuture(
        new Dated<>(
            new OrderStats(
                Map.of(OrderStatus.CONFIRMED, 3L),
                throughput,
                throughput,
                new OrderStats.Confirmations(2, OptionalLong.of(600), OptionalLong.of(900))),
            Bench.NOON,
            120));
  }
}
