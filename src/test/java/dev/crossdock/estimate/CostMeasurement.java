package dev.crossdock.estimate;

import dev.crossdock.flow.Step;
import dev.crossdock.order.EstimatedOrders;
import dev.crossdock.order.Order;
import dev.crossdock.order.SomeOrder;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processor time of an estimate, of recording a sample, and of telling the quantiles of a digest,
 * for docs/performance.md. Run it by hand; it is no test, for nothing may depend on how fast a
 * machine is today.
 */
final class CostMeasurement {
  private static final Logger LOG = LoggerFactory.getLogger(CostMeasurement.class);
  private static final Instant NOON = SomeOrder.NOON;

  private static long sink;

  private CostMeasurement() {}

  /** Measures each five times in turn; the last is the one to note. */
  public static void main(String[] arguments) {
    Past.Done day = new Past.Done(SomePartners.exactly(Duration.ofDays(2)), Past.Counts.NONE);
    Past past = new Past(Map.of("carrier", Map.of(Step.TRACK, day)));
    Picture picture = new Picture(SomePartners.taking(Duration.ofMillis(100)), past);
    Order order = EstimatedOrders.placed();
    Digest digest = new Digest();
    for (int round = 0; round < 5; round++) {
      measure("an estimate", 20_000, i -> estimate(order, i, picture));
      measure("a sample", 2_000_000, i -> digest.recordMicros(1000 + i % 5000, i / 100));
      measure("quantiles", 2_000, i -> sink += digest.quantiles(NOON).samples());
    }
    LOG.info("{}", sink);
  }

  private static void estimate(Order order, long version, Picture picture) {
    sink += Estimator.estimate(order, version, picture, NOON).hashCode();
  }

  private static void measure(String what, int times, LongConsumer work) {
    var threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      work.accept(i);
    }
    long nanos = threads.getCurrentThreadCpuTime() - begun;
    LOG.info("{}: {} ns", what, nanos / times);
  }
}
