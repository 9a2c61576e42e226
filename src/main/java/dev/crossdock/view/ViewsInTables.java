package dev.crossdock.view;

import dev.crossdock.order.Unavailable;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Answers from the tables of the live generation. */
public final class ViewsInTables implements Views {
  private final ReadStore store;
  private final LiveGeneration live;
  private final ReadSideStatus status;

  public ViewsInTables(ReadSide readSide) {
    this(readSide.store(), readSide.live(), readSide.status());
  }

  ViewsInTables(ReadStore store, LiveGeneration live, ReadSideStatus status) {
    this.store = store;
    this.live = live;
    this.status = status;
  }

  @Override
  public CompletionStage<Dated<OrderPage>> orders(OrderQuery query) {
    return dated(
        connection -> OrderSearch.find(connection, live.on(connection, Part.ORDERS), query),
        status.asOf());
  }

  @Override
  public CompletionStage<Dated<OrderStats>> stats(String merchant) {
    Instant asOf = status.asOf();
    return dated(
        connection ->
            OrderStatistics.of(connection, live.on(connection, Part.ORDERS), merchant, asOf),
        asOf);
  }

  /** How far the tables are is looked at before they are: they may be further, but not less far. */
  private <T> CompletionStage<Dated<T>> dated(SqlWork<T> question, Instant asOf) {
    long lagMillis = status.lagMillis();
    return store
        .run(question)
        .thenApply(answer -> new Dated<>(answer, asOf, lagMillis))
        .exceptionally(
            failure -> {
              throw new Unavailable("the read side does not answer: " + failure, failure);
            });
  }
}
