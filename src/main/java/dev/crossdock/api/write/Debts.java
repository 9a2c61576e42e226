package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.flow.Ledger;
import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.Order;
import org.jspecify.annotations.Nullable;

/** What is at a partner still and should not be: being given back, or not taken back. */
final class Debts {
  private Debts() {}

  /** Of the order itself, and of its shipments as far as their steps tell. */
  static ArrayNode of(Order order) {
    ArrayNode debts = of(order.work().ledger());
    for (ShownStep step : ShownSteps.of(order).all()) {
      String state = state(step.run().state());
      if (step.shipment() != null && state != null) {
        ObjectNode debt = debts.addObject().put("step", step.step().label());
        Json.put(debt, "partner", step.run().partner());
        debt.put("state", state).put("shipment", step.shipment().value());
      }
    }
    return debts;
  }

  static ArrayNode of(Ledger ledger) {
    ArrayNode debts = JsonNodeFactory.instance.arrayNode();
    ledger.entries().stream().filter(Debts::isDebt).forEach(e -> debts.add(json(e)));
    return debts;
  }

  private static boolean isDebt(LedgerEntry entry) {
    return switch (entry.state()) {
      case RELEASING, RELEASE_REJECTED, STUCK -> true;
      case HELD, CONSUMED, RELEASED -> false;
    };
  }

  private static ObjectNode json(LedgerEntry entry) {
    ObjectNode debt =
        Json.object()
            .put("step", entry.step().label())
            .put("partner", entry.partner())
            .put("state", entry.state().name())
            .put("kind", entry.kind().name())
            .put("ref", entry.ref());
    Json.put(debt, "amount", TradeJson.moneyIfAny(entry.amount()));
    return debt;
  }

  private static @Nullable String state(StepState state) {
    return switch (state) {
      case UNDO_RUNNING, UNDO_AWAITING_VERDICT -> LedgerEntry.State.RELEASING.name();
      case UNDO_REJECTED -> LedgerEntry.State.RELEASE_REJECTED.name();
      case UNDO_STUCK -> LedgerEntry.State.STUCK.name();
      case PENDING, READY, RETRY_WAIT, PARKED, IN_DOUBT, AWAITING_CALLBACK -> null;
      case SUCCEEDED, FAILED, SKIPPED, CANCELLED, UNDONE -> null;
    };
  }
}
