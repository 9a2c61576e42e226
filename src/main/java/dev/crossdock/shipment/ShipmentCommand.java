package dev.crossdock.shipment;

import dev.crossdock.flow.Report;
import dev.crossdock.order.Directive;
import dev.crossdock.partner.Update;

/** What may be said to a shipment. */
public sealed interface ShipmentCommand {

  /** What its order wants of it. */
  record Direct(Directive directive) implements ShipmentCommand {}

  /** A call has come to an end. */
  record Reported(Report report) implements ShipmentCommand {}

  /** A partner has called back. */
  record Updated(String partner, Update update) implements ShipmentCommand {}

  /** Time has passed: something may follow from that alone. */
  record Tick() implements ShipmentCommand {}
}
