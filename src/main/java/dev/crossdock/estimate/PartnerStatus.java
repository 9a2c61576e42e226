package dev.crossdock.estimate;

import dev.crossdock.partner.PartnerKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a partner is, seen through one node's gateway. Immutable.
 *
 * @param ratePerSecond calls that may be sent a second; absent: as many as there are
 * @param concurrencyMax calls that may be under way at once
 * @param queueMax calls that may wait to be sent
 * @param operations what it has been asked so far
 */
public record PartnerStatus(
    String name,
    PartnerKind kind,
    BreakerStatus breaker,
    @Nullable Double ratePerSecond,
    int concurrencyMax,
    int queueMax,
    int inFlight,
    QueueStatus queue,
    Map<Operation, OperationStatus> operations) {

  public PartnerStatus {
    EnumMap<Operation, OperationStatus> sorted = new EnumMap<>(Operation.class);
    sorted.putAll(operations);
    operations = Collections.unmodifiableMap(sorted);
  }

  /** What became of all calls in the last ten minutes. */
  public Mix mix() {
    return operations.values().stream().map(OperationStatus::mix).reduce(Mix.NONE, Mix::plus);
  }

  /** How many calls leave the queue in a second when it is not empty. */
  double drainPerSecond(OperationStatus operation) {
    double slots = concurrencyMax * 1e6 / Math.max(1, operation.answered().mean());
    return ratePerSecond == null ? slots : Math.min(ratePerSecond, slots);
  }
}
