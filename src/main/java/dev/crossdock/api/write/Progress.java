package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.estimate.Eta;
import dev.crossdock.flow.Step;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderStatus;

/** How far an order is on its way to the customer, or to its end. */
final class Progress {
  private static final int WHOLE = 100;

  private Progress() {}

  static ObjectNode json(Order order, ShownSteps steps) {
    return Json.object().put("percent", percent(order, steps));
  }

  static ObjectNode json(Order order, ShownSteps steps, Eta eta) {
    ObjectNode json = json(order, steps);
    EtaJson.put(json, eta);
    return json;
  }

  /** 0 to 100: steps done of all that its flow has, those of each shipment counted. */
  static int percent(Order order, ShownSteps steps) {
    OrderStatus status = order.status();
    if (status.isTerminal() || status == OrderStatus.DELIVERED) {
      return WHOLE;
    }
    long own = count(order, Step.Part.ORDER);
    long each = count(order, Step.Part.SHIPMENT);
    long all = own + each * Math.max(1, order.consignments().size());
    long done =
        steps.all().stream().filter(s -> s.milestone() == null).filter(ShownStep::isDone).count();
    return all == 0 ? 0 : (int) Math.min(WHOLE - 1, done * WHOLE / all);
  }

  private static long count(Order order, Step.Part part) {
    return order.flow().steps().keySet().stream().filter(step -> step.part() == part).count();
  }
}
