package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.Work;
import dev.crossdock.order.Consignment;
import dev.crossdock.order.Hold;
import dev.crossdock.order.Order;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.trade.ShipmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The steps of an order with those of its shipments, or of one shipment, in the flow's order. */
record ShownSteps(List<ShownStep> all) {

  static ShownSteps of(Order order) {
    List<ShownStep> all = new ArrayList<>();
    Instant asOf = order.updatedAt();
    add(all, order.work().steps().runs(), order.flow(), null, block -> false, asOf);
    for (Consignment c : order.consignments()) {
      Map<Step, StepRun> runs = c.summary().steps();
      add(all, runs, c.plan().flow(), c.plan().id(), order::isBlocked, asOf);
    }
    addNotices(all, order.work(), null, asOf);
    return new ShownSteps(all);
  }

  static ShownSteps of(Shipment shipment) {
    List<ShownStep> all = new ArrayList<>();
    Work work = shipment.work();
    Instant asOf = shipment.updatedAt();
    add(all, work.steps().runs(), work.flow(), shipment.id(), shipment::isBlocked, asOf);
    addNotices(all, work, shipment.id(), asOf);
    return new ShownSteps(all);
  }

  ArrayNode json() {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    all.forEach(step -> json.add(step.json()));
    return json;
  }

  /** What is waited for. */
  ArrayNode waitingFor(PartnerNames names) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    all.stream().filter(ShownStep::isAwaited).forEach(step -> json.add(step.waiting(names)));
    return json;
  }

  private static void add(
      List<ShownStep> all,
      Map<Step, StepRun> runs,
      Flow flow,
      @Nullable ShipmentId shipment,
      Predicate<Hold.Block> blocked,
      Instant asOf) {
    Map<Step, StepRun> inOrder = new EnumMap<>(Step.class);
    inOrder.putAll(runs);
    inOrder.forEach(
        (step, run) ->
            all.add(new ShownStep(step, run, flow, shipment, null, held(step, blocked), asOf)));
  }

  private static void addNotices(
      List<ShownStep> all, Work work, @Nullable ShipmentId shipment, Instant asOf) {
    work.notices()
        .runs()
        .forEach(
            (milestone, run) ->
                all.add(
                    new ShownStep(Step.NOTIFY, run, work.flow(), shipment, milestone, null, asOf)));
  }

  private static @Nullable String held(Step step, Predicate<Hold.Block> blocked) {
    boolean held =
        switch (step) {
          case BOOK_SHIPMENT -> blocked.test(Hold.Block.BOOK);
          case RELEASE_FULFILLMENT -> blocked.test(Hold.Block.RELEASE);
          case CAPTURE_PAYMENT -> blocked.test(Hold.Block.CAPTURE);
          case VALIDATE_ADDRESS, CHECK_CUSTOMER, CHECK_FRAUD -> false;
          case RESERVE_INVENTORY, AUTHORIZE_PAYMENT -> false;
          case QUOTE_RATES, TRACK, NOTIFY -> false;
        };
    return held ? "a hold keeps it from being begun" : null;
  }
}
