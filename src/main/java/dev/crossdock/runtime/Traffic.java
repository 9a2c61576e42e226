package dev.crossdock.runtime;

import dev.crossdock.estimate.BreakerStatus;
import dev.crossdock.estimate.Operation;
import dev.crossdock.estimate.OperationStatus;
import dev.crossdock.estimate.PartnerStatus;
import dev.crossdock.estimate.QueueStatus;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.PartnerCall;
import dev.crossdock.settings.PartnerSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a gateway sees of its partner, counted and timed, and written on the board for all who want
 * to know. Used by the gateway only; it outlives the gateway's restarts.
 */
final class Traffic {
  private final PartnerSettings settings;
  private final Admission admission;
  private final StatusBoard board;
  private final MeterRegistry meters;
  private final Map<Operation, OperationTraffic> operations = new EnumMap<>(Operation.class);
  private BreakerStatus.State shown = BreakerStatus.State.CLOSED;

  Traffic(PartnerSettings settings, Admission admission, StatusBoard board, MeterRegistry meters) {
    this.settings = settings;
    this.admission = admission;
    this.board = board;
    this.meters = meters;
    gauge("crossdock.partner.in.flight", "Calls under way", PartnerStatus::inFlight);
    gauge("crossdock.partner.queued", "Calls that wait to be sent", s -> s.queue().length());
    gauge(
        "crossdock.partner.breaker",
        "0 closed, 1 half open, 2 open",
        s ->
            switch (s.breaker().state()) {
              case CLOSED -> 0;
              case HALF_OPEN -> 1;
              case OPEN -> 2;
            });
  }

  private void gauge(String name, String description, ToDoubleFunction<PartnerStatus> value) {
    Gauge.builder(
            name,
            board,
            all -> {
              PartnerStatus status = all.of(settings.name());
              return status == null ? 0 : value.applyAsDouble(status);
            })
        .description(description)
        .tag("partner", settings.name())
        .register(meters);
  }

  /**
   * A call came to an end.
   *
   * @param nanos from sent to answered
   */
  void ended(PartnerCall call, Outcome outcome, long nanos, Instant now) {
    of(call).ended(outcome, nanos, now.toEpochMilli());
  }

  /** A call was not made. */
  void heldBack(PartnerCall call, Unanswered outcome, Instant now) {
    of(call).heldBack(outcome, now.toEpochMilli());
  }

  private OperationTraffic of(PartnerCall call) {
    return operations.computeIfAbsent(
        Operation.of(call), op -> new OperationTraffic(settings.name(), op, board.whole(), meters));
  }

  /** Whether the board shows the breaker in another state than it is in. */
  boolean isBreakerNews() {
    return admission.breaker().state() != shown;
  }

  /** Writes down how it is now. */
  void show(QueueStatus queue, Instant now) {
    Map<Operation, OperationStatus> each = new EnumMap<>(Operation.class);
    operations.forEach((operation, traffic) -> each.put(operation, traffic.status(now)));
    shown = admission.breaker().state();
    board.put(
        new PartnerStatus(
            settings.name(),
            settings.kind(),
            admission.breaker(),
            settings.rateLimit() == null ? null : settings.rateLimit().perSecond(),
            settings.concurrencyMax(),
            settings.queueMax(),
            admission.underWay(),
            queue,
            each));
  }
}
