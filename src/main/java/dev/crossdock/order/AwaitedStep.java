package dev.crossdock.order;

import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepRun;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.trade.ShipmentId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A step that an order waits for now, its shipments' steps included as far as it has heard of them.
 *
 * @param shipment whose step it is; absent: the order's own
 */
public record AwaitedStep(Step step, StepRun run, @Nullable ShipmentId shipment) {

  /** All that the order waits for, in the order of the steps. */
  public static List<AwaitedStep> of(Order order) {
    List<AwaitedStep> all = new ArrayList<>();
    add(all, order.work().steps().runs(), null);
    order.consignments().forEach(c -> add(all, c.summary().steps(), c.plan().id()));
    return all;
  }

  /**
   * Whom it waits for: who was asked, else the one of its kind.
   *
   * @param names what the partner of a kind is called
   */
  public String partner(Function<PartnerKind, String> names) {
    String asked = run.partner();
    return asked == null ? names.apply(step.kind()) : asked;
  }

  private static void add(
      List<AwaitedStep> all, Map<Step, StepRun> runs, @Nullable ShipmentId shipment) {
    Map<Step, StepRun> inOrder = new EnumMap<>(Step.class);
    inOrder.putAll(runs);
    inOrder.forEach(
        (step, run) -> {
          if (run.isAwaited()) {
            all.add(new AwaitedStep(step, run, shipment));
          }
        });
  }
}
