package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.estimate.Estimates;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.Ending;
import dev.crossdock.order.Hold;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderContent;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an order; what is written follows from its version alone, but when it will be there: that
 * is told as of now.
 */
public final class OrderJson {
  private final PartnerNames names;
  private final Estimates estimates;

  public OrderJson(PartnerNames names, Estimates estimates) {
    this.names = names;
    this.estimates = estimates;
  }

  /**
   * An order, or what is left of one that is quarantined.
   *
   * @param id of the order
   * @throws IllegalArgumentException when there is none
   */
  public ObjectNode of(String id, OrderState state, long version) {
    return of(id, state, version, true);
  }

  /** The same as it was: there is nothing to expect of what has been. */
  public ObjectNode was(String id, OrderState state, long version) {
    return of(id, state, version, false);
  }

  private ObjectNode of(String id, OrderState state, long version, boolean isNow) {
    return switch (state) {
      case Order order -> {
        ShownSteps steps = ShownSteps.of(order);
        ObjectNode progress =
            isNow
                ? Progress.json(order, steps, estimates.of(order, version, true))
                : Progress.json(order, steps);
        yield write(order, version, order.status(), statusReason(order), progress);
      }
      case OrderState.Quarantined q -> quarantined(id, q, version);
      case OrderState.None none -> throw new IllegalArgumentException("no order " + id);
    };
  }

  /** The part that a stream shows beside an event, when the order is still as it was then. */
  public ObjectNode progress(Order order, long version) {
    ShownSteps steps = ShownSteps.of(order);
    return progress(
        order, version, steps, Progress.json(order, steps, estimates.of(order, version, false)));
  }

  /** The same of an order that has gone on since: there is nothing to expect of what has been. */
  public ObjectNode past(Order order, long version) {
    ShownSteps steps = ShownSteps.of(order);
    return progress(order, version, steps, Progress.json(order, steps));
  }

  private ObjectNode progress(Order order, long version, ShownSteps steps, ObjectNode progress) {
    ObjectNode json =
        Json.object()
            .put("id", order.id().value())
            .put("version", version)
            .put("status", order.status().name());
    json.set("progress", progress);
    json.set("waitingFor", steps.waitingFor(names));
    return json;
  }

  private ObjectNode quarantined(String id, OrderState.Quarantined q, long version) {
    ObjectNode reason =
        Json.object().put("code", "quarantined").put("detail", q.reason()).put("by", "crossdock");
    Order known = q.lastKnown();
    if (known != null) {
      ObjectNode progress = Progress.json(known, ShownSteps.of(known));
      return write(known, version, OrderStatus.QUARANTINED, reason, progress);
    }
    ObjectNode json =
        Json.object()
            .put("id", id)
            .put("version", version)
            .put("status", OrderStatus.QUARANTINED.name());
    json.set("statusReason", reason);
    return json;
  }

  private ObjectNode write(
      Order order,
      long version,
      OrderStatus status,
      @Nullable ObjectNode statusReason,
      ObjectNode progress) {
    OrderContent content = order.content();
    ObjectNode json =
        Json.object()
            .put("id", order.id().value())
            .put("version", version)
            .put("status", status.name());
    Json.put(json, "statusReason", statusReason);
    json.put("reference", content.reference())
        .put("createdAt", order.placed().at().toString())
        .put("updatedAt", order.updatedAt().toString());
    json.putObject("flow").put("name", order.flow().name()).put("version", order.flow().version());
    ContentJson.write(json, order);
    json.put("paymentStatus", order.paymentStatus().name());
    json.set("holds", holds(order.holds()));
    ShownSteps steps = ShownSteps.of(order);
    json.set("steps", steps.json());
    json.set("shipments", ShipmentJson.summaries(order.consignments()));
    json.set("waitingFor", steps.waitingFor(names));
    json.set("progress", progress);
    json.set("compensationDebt", Debts.of(order));
    Json.put(json, "cancellationRefused", order.cancellationRefused());
    return json;
  }

  private static ArrayNode holds(List<Hold> holds) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Hold hold : holds) {
      ObjectNode one = json.addObject().put("holdId", hold.holdId());
      one.put("reason", hold.reason().name());
      Json.put(one, "note", hold.note());
      one.put("by", hold.by()).put("at", hold.at().toString());
      Json.put(one, "expiresAt", hold.expiresAt());
      ArrayNode blocks = one.putArray("blocks");
      hold.blocks().stream().sorted().forEach(block -> blocks.add(block.name()));
    }
    return json;
  }

  private static @Nullable ObjectNode statusReason(Order order) {
    Ending ending = order.ending();
    if (ending != null) {
      return Json.object()
          .put("code", ending.code())
          .put("detail", ending.detail())
          .put("by", ending.by());
    }
    return ShownSteps.of(order).all().stream()
        .filter(step -> step.run().state() == StepState.FAILED && step.milestone() == null)
        .findFirst()
        .filter(step -> order.status() == OrderStatus.ACTION_REQUIRED)
        .map(OrderJson::failed)
        .orElse(null);
  }

  private static ObjectNode failed(ShownStep step) {
    String partner = step.run().partner();
    String trouble = step.run().trouble();
    return Json.object()
        .put("code", "step-failed")
        .put("detail", step.step().label() + (trouble == null ? "" : ": " + trouble))
        .put("by", partner == null ? "crossdock" : partner);
  }
}
