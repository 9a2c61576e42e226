package dev.crossdock.bench;

import dev.crossdock.flow.Flows;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderDecider;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.SomeOrder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Microseconds of the pure core and of the stored form: an express order up to its confirmation,
 * five commands and six events. Run by {@code scripts/bench.sh --jmh}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CoreBenchmark {
  private final ExpressLife life = ExpressLife.lived();
  private final List<ExpressLife.Moment> moments = life.moments();
  private final List<OrderEvent> events = life.events();
  private final EventCodec<OrderEvent> codec =
      EventCodec.orders(() -> new Flows(List.of(SomeFlow.express()), List.of()));
  private final List<byte[]> stored = events.stream().map(codec::encode).toList();

  /** All decisions of the order. */
  @Benchmark
  public void decide(Blackhole hole) {
    for (ExpressLife.Moment moment : moments) {
      hole.consume(OrderDecider.decide(moment.state(), moment.command(), SomeOrder.NOON));
    }
  }

  /** All its events, folded into what it is. */
  @Benchmark
  public OrderState fold() {
    OrderState state = new OrderState.None();
    for (OrderEvent event : events) {
      state = OrderEvolver.evolve(state, event);
    }
    return state;
  }

  /** What must be on its way, asked after every event. */
  @Benchmark
  public void dueCalls(Blackhole hole) {
    for (ExpressLife.Moment moment : moments) {
      if (moment.state() instanceof Order order) {
        hole.consume(order.dueCalls(SomeOrder.NOON, Set.of()));
      }
    }
  }

  /** All its events, to what is stored. */
  @Benchmark
  public void encode(Blackhole hole) {
    events.forEach(event -> hole.consume(codec.encode(event)));
  }

  /** What is stored, back to all its events. */
  @Benchmark
  public void decode(Blackhole hole) {
    stored.forEach(bytes -> hole.consume(codec.decode(bytes)));
  }
}
