package dev.crossdock.webhook;

import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.SealedJson;
import dev.crossdock.trade.OrderId;
import java.util.List;

/** Payloads as they are stored: what tells of a person is sealed with the key of its order. */
final class Payloads {
  /** Who signed, and what somebody wrote in words of their own. */
  private static final List<String> PERSONAL =
      List.of(
          "/data/tracking/latest/signedBy",
          "/data/statusReason/detail",
          "/data/cancellationRefused");

  private final OrderKeys keys;

  Payloads(OrderKeys keys) {
    this.keys = keys;
  }

  /** The messages as they are to be stored; waits for their orders' keys. */
  List<WebhookMessage> sealed(List<WebhookMessage> messages) {
    if (!keys.areThere() || messages.isEmpty()) {
      return messages;
    }
    keys.load(messages.stream().map(Payloads::order).distinct().toList());
    return messages.stream().map(this::sealed).toList();
  }

  private WebhookMessage sealed(WebhookMessage message) {
    return new WebhookMessage(
        message.id(),
        message.merchant(),
        message.type(),
        message.orderId(),
        message.at(),
        SealedJson.stored(message.payload(), PERSONAL, order(message), keys));
  }

  /** What is to be sent; waits for its order's keys. */
  Delivery opened(Delivery delivery) {
    return new Delivery(
        delivery.number(),
        delivery.messageId(),
        delivery.eventType(),
        delivery.attempts(),
        delivery.tries(),
        SealedJson.opened(delivery.payload(), keys));
  }

  private static OrderId order(WebhookMessage message) {
    return new OrderId(message.merchant(), message.orderId());
  }
}
