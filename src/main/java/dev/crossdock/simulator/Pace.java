package dev.crossdock.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast things happen by themselves at the partners; nothing is negative.
 *
 * @param warehouse between two steps of a fulfillment
 * @param tracking between two scans
 * @param verdict until something pending is decided
 */
public record Pace(Duration warehouse, Duration tracking, Duration verdict) {

  /** Checks the bounds. */
  public Pace {
    if (warehouse.isNegative() || tracking.isNegative() || verdict.isNegative()) {
      throw new IllegalArgumentException("a pace is at least 0");
    }
  }

  /** A pace in milliseconds. */
  public static Pace ofMillis(long warehouse, long tracking, long verdict) {
    return new Pace(
        Duration.ofMillis(warehouse), Duration.ofMillis(tracking), Duration.ofMillis(verdict));
  }

  /** The statuses one pace apart, the first a pace from now. */
  static List<Moment> plan(Instant now, Duration pace, List<String> statuses) {
    List<Moment> plan = new ArrayList<>();
    Instant at = now;
    for (String status : statuses) {
      at = at.plus(pace);
      plan.add(new Moment(status, at));
    }
    return plan;
  }
}
