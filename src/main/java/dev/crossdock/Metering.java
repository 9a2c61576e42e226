package dev.crossdock;

import dev.crossdock.ops.IntakeGate;
import dev.crossdock.ops.Metrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The registry of a node's metrics; what every JVM has is in it from the start. */
final class Metering implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Metering() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  MeterRegistry registry() {
    return registry;
  }

  /** How much is let in, and turned away. */
  void watch(IntakeGate gate) {
    Gauge.builder("crossdock.intake.limit", gate, IntakeGate::rate)
        .description("Orders a second that are let in at most; infinite unless too many come")
        .register(registry);
    FunctionCounter.builder("crossdock.intake.turned.away", gate, IntakeGate::turnedAway)
        .description("Orders that were answered 503, or had to wait in a batch")
        .register(registry);
  }

  Metrics metrics() {
    return registry::scrape;
  }

  /** What listens to the garbage collector does so no longer. */
  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
