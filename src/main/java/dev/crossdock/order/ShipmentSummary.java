package dev.crossdock.order;

import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.StepState;
import dev.crossdock.flow.Steps;
import dev.crossdock.partner.Label;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.ShipmentId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an order knows of one of its shipments: what the shipment told last.
 *
 * @param version of the shipment's journal; an older one is ignored
 * @param cancellationRefused why the shipment cannot be called back, if that was tried
 */
public record ShipmentSummary(
    ShipmentId id,
    long version,
    ShipmentStatus status,
    @Nullable String carrier,
    @Nullable String service,
    @Nullable String trackingCode,
    @Nullable String trackingUrl,
    TrackingStatus trackingStatus,
    @Nullable Label label,
    Money captured,
    Map<Step, StepRun> steps,
    @Nullable String cancellationRefused) {

  public ShipmentSummary {
    steps = Map.copyOf(steps);
  }

  /**
   * Whether the order is to hear of this: a step that simply went well is told with what follows.
   */
  public boolean isNewsAfter(ShipmentSummary earlier) {
    boolean moved = status != earlier.status && status != ShipmentStatus.RATED;
    return moved
        || trackingStatus != earlier.trackingStatus
        || !captured.equals(earlier.captured)
        || !Objects.equals(cancellationRefused, earlier.cancellationRefused)
        || !troubles().equals(earlier.troubles());
  }

  private Map<Step, StepState> troubles() {
    return steps.entrySet().stream()
        .filter(step -> step.getValue().trouble() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, step -> step.getValue().state()));
  }

  /** Of a shipment that has not been heard of yet. */
  public static ShipmentSummary unheardOf(ShipmentPlan plan, Instant plannedAt) {
    return new ShipmentSummary(
        plan.id(),
        0,
        ShipmentStatus.PLANNED,
        null,
        null,
        null,
        null,
        TrackingStatus.UNKNOWN,
        null,
        Money.zero(plan.amount().currency()),
        Steps.begin(plan.flow(), Step.Part.SHIPMENT, plannedAt).runs(),
        null);
  }
}
