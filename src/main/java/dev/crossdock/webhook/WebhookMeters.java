package dev.crossdock.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts attempts by what came of them, and shows how much is waiting. */
final class WebhookMeters {
  private final MeterRegistry registry;
  private final AtomicLong due = new AtomicLong();
  private final AtomicLong oldestMillis = new AtomicLong();

  WebhookMeters(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("crossdock.webhooks.due", due, AtomicLong::get)
        .description("Deliveries that are due; where they are counted, 0 on other nodes")
        .register(registry);
    Gauge.builder("crossdock.webhooks.oldest.due", oldestMillis, it -> it.get() / 1000.0)
        .description("For how long the oldest of them has been")
        .baseUnit("seconds")
        .register(registry);
  }

  void attempted(Verdict verdict, Duration took) {
    String result =
        switch (verdict) {
          case Verdict.Delivered delivered -> "delivered";
          case Verdict.Again again -> "failed";
          case Verdict.GivenUp givenUp -> "given-up";
          case Verdict.Gone gone -> "gone";
        };
    Timer.builder("crossdock.webhooks.attempts")
        .description("Attempts to deliver, by result")
        .tag("result", result)
        .register(registry)
        .record(took);
  }

  void waiting(long deliveries, Duration oldest) {
    due.set(deliveries);
    oldestMillis.set(oldest.toMillis());
  }
}
