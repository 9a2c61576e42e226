package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.webhook.DeliveryLog;
import dev.crossdock.webhook.WebhookEndpoint;
import java.util.List;

/** Writes endpoints, their secret only when it is new, and what became of their messages. */
public final class WebhookJson {
  private WebhookJson() {}

  /** Without its secret. */
  public static ObjectNode of(WebhookEndpoint endpoint) {
    WebhookEndpoint.Disabled disabled = endpoint.disabled();
    ObjectNode json = Json.object().put("id", endpoint.id()).put("url", endpoint.url().toString());
    ArrayNode types = json.putArray("eventTypes");
    endpoint.subscription().labels().forEach(types::add);
    json.put("status", disabled == null ? "ENABLED" : "DISABLED");
    json.put("createdAt", endpoint.createdAt().toString());
    Json.put(json, "failingSince", endpoint.failingSince());
    Json.put(json, "pausedUntil", endpoint.pausedUntil());
    if (disabled != null) {
      json.put("disabledAt", disabled.at().toString()).put("disabledReason", disabled.reason());
    }
    WebhookEndpoint.Old old = endpoint.secrets().old();
    Json.put(json, "oldSecretUntil", old == null ? null : old.until());
    return json;
  }

  /** With its secret: only ever shown when that has just been made or given. */
  public static ObjectNode withSecret(WebhookEndpoint endpoint) {
    return of(endpoint).put("secret", endpoint.secrets().current().value());
  }

  public static ObjectNode all(List<WebhookEndpoint> endpoints) {
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    endpoints.forEach(endpoint -> items.add(of(endpoint)));
    return json;
  }

  /** A page. {@code hasMore} says whether there are further deliveries behind it. */
  public static ObjectNode deliveries(List<DeliveryLog> page, boolean hasMore) {
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    page.forEach(delivery -> items.add(delivery(delivery)));
    if (hasMore) {
      json.put("nextCursor", Long.toString(page.getLast().number()));
    } else {
      json.putNull("nextCursor");
    }
    return json;
  }

  /** How many messages are told again. */
  public static ObjectNode replayed(int messages) {
    return Json.object().put("messages", messages);
  }

  private static ObjectNode delivery(DeliveryLog delivery) {
    ObjectNode json =
        Json.object()
            .put("messageId", delivery.messageId())
            .put("eventType", delivery.eventType())
            .put("orderId", delivery.orderId())
            .put("state", delivery.state().name())
            .put("createdAt", delivery.createdAt().toString());
    ArrayNode attempts = json.putArray("attempts");
    for (DeliveryLog.Attempt attempt : delivery.attempts()) {
      ObjectNode one =
          attempts
              .addObject()
              .put("number", attempt.number())
              .put("at", attempt.at().toString())
              .put("durationMillis", attempt.tookMillis());
      if (attempt.statusCode() != null) {
        one.put("statusCode", attempt.statusCode());
      }
      Json.put(one, "error", attempt.error());
    }
    Json.put(json, "nextAttemptAt", delivery.dueAt());
    return json;
  }
}
