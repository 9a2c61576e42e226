package dev.crossdock.journal;

import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderState;
import dev.crossdock.partner.Outcome;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentReply;
import dev.crossdock.shipment.ShipmentState;
import java.util.List;

/** The names in what nodes say to each other. Never stored, so a row may go once no node has it. */
final class WireNames {
  private static final Names<Outcome> OUTCOMES =
      Names.of(Outcome.class)
          .with("succeeded", Outcome.Succeeded.class)
          .with("refused", Outcome.Refused.class)
          .with("unanswered", Outcome.Unanswered.class);

  private static final Names<OrderCommand> ORDER_COMMANDS =
      Names.of(OrderCommand.class)
          .with("place", OrderCommand.Place.class)
          .with("cancel", OrderCommand.Cancel.class)
          .with("reported", OrderCommand.Reported.class)
          .with("authorization-updated", OrderCommand.AuthorizationUpdated.class)
          .with("shipment-tells", OrderCommand.ShipmentTells.class)
          .with("duplicate-found", OrderCommand.DuplicateFound.class)
          .with("tick", OrderCommand.Tick.class);

  private static final Names<OrderReply> ORDER_REPLIES =
      Names.of(OrderReply.class).with("now", OrderReply.Now.class).with("no", OrderReply.No.class);

  private static final Names<OrderState> ORDER_STATES =
      Names.of(OrderState.class)
          .with("none", OrderState.None.class)
          .with("order", Order.class)
          .with("quarantined", OrderState.Quarantined.class);

  private static final Names<ShipmentCommand> SHIPMENT_COMMANDS =
      Names.of(ShipmentCommand.class)
          .with("direct", ShipmentCommand.Direct.class)
          .with("reported", ShipmentCommand.Reported.class)
          .with("updated", ShipmentCommand.Updated.class)
          .with("tick", ShipmentCommand.Tick.class);

  private static final Names<ShipmentReply> SHIPMENT_REPLIES =
      Names.of(ShipmentReply.class)
          .with("now", ShipmentReply.Now.class)
          .with("no", ShipmentReply.No.class);

  private static final Names<ShipmentState> SHIPMENT_STATES =
      Names.of(ShipmentState.class)
          .with("none", ShipmentState.None.class)
          .with("shipment", Shipment.class)
          .with("quarantined", ShipmentState.Quarantined.class);

  private WireNames() {}

  static List<Names<?>> all() {
    return List.of(
        OUTCOMES,
        ORDER_COMMANDS,
        ORDER_REPLIES,
        ORDER_STATES,
        SHIPMENT_COMMANDS,
        SHIPMENT_REPLIES,
        SHIPMENT_STATES);
  }
}
