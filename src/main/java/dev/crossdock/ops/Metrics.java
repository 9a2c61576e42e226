package dev.crossdock.ops;

/** What this node counts and measures, for whoever collects it. */
@FunctionalInterface
public interface Metrics {

  /** All of it as it is now, in Prometheus's text format 0.0.4. */
  String text();
}
