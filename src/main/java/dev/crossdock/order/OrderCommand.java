package dev.crossdock.order;

import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Report;
import dev.crossdock.partner.Answer;
import dev.crossdock.trade.OrderId;

/** What may be said to an order. */
public sealed interface OrderCommand {

  record Place(OrderId id, String fingerprint, OrderContent content, Flow flow)
      implements OrderCommand {}

  /**
   * It is not to go through.
   *
   * @param by who wants it
   */
  record Cancel(String reason, String by) implements OrderCommand {}

  /** A call has come to an end. */
  record Reported(Report report) implements OrderCommand {}

  /** The payment partner says how an authorization has gone on. */
  record AuthorizationUpdated(String partner, Answer.Authorized authorization)
      implements OrderCommand {}

  record ShipmentTells(ShipmentSummary summary) implements OrderCommand {}

  /** Another order of the merchant has the same reference. */
  record DuplicateFound(OrderId first) implements OrderCommand {}

  /** Time has passed: something may follow from that alone. */
  record Tick() implements OrderCommand {}
}
