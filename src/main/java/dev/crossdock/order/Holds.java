package dev.crossdock.order;

import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.Hold.Block;
import dev.crossdock.order.Hold.Reason;
import dev.crossdock.partner.Answer;
import dev.crossdock.trade.OrderId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The holds that an order places on itself. Their ids follow from the order, so replay agrees. */
final class Holds {
  private Holds() {}

  /** The hold that an answer calls for. */
  static Optional<Hold> calledFor(Order order, StepEvent.Succeeded event) {
    return switch (event.answer()) {
      case Answer.CustomerChecked a when a.verdict() == Answer.CustomerVerdict.REVIEW ->
          Optional.of(hold(order, Reason.CREDIT_REVIEW, a.reason(), event, Block.ALL));
      case Answer.FraudChecked a when a.verdict() == Answer.FraudVerdict.REVIEW ->
          Optional.of(hold(order, Reason.HIGH_RISK_OF_FRAUD, a.reason(), event, Block.ALL));
      case Answer.Reserved a when !a.backordered().isEmpty() ->
          Optional.of(
              hold(order, Reason.INVENTORY_OUT_OF_STOCK, "partly on backorder", event, Block.BOOK));
      default -> Optional.empty(); // no other answer calls for a hold
    };
  }

  static Hold duplicate(Order order, OrderId first, Instant now) {
    String note = "same reference as " + first;
    return new Hold(
        id(order), Reason.DUPLICATE_SUSPECTED, note, "crossdock", now, null, Set.of(Block.RELEASE));
  }

  private static Hold hold(
      Order order, Reason reason, @Nullable String note, StepEvent.Succeeded by, Block block) {
    return new Hold(id(order), reason, note, by.partner(), by.at(), null, Set.of(block));
  }

  private static String id(Order order) {
    return "hld_" + (order.holds().size() + 1);
  }
}
