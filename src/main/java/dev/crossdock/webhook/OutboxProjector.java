package dev.crossdock.webhook;

import dev.crossdock.journal.OrderKeys;
import dev.crossdock.view.Change;
import dev.crossdock.view.Projector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes down what merchants are to be told, in the transaction that takes the journal's events
 * over: so each is told, whatever dies, and a message has the same id however often it is made.
 *
 * <p>Nothing is kept for a merchant that has no endpoint. Never rebuilt: what was told is told.
 */
public final class OutboxProjector implements Projector {
  private final Payloads payloads;

  /**
   * @param keys that what is personal of orders is sealed with, here too
   */
  public OutboxProjector(OrderKeys keys) {
    this.payloads = new Payloads(keys);
  }

  @Override
  public String name() {
    return "webhook-outbox";
  }

  @Override
  public boolean isWanted(Connection connection) throws SQLException {
    return EndpointTable.isThereAny(connection);
  }

  @Override
  public void apply(Connection connection, List<Change> changes) throws SQLException {
    Map<String, List<WebhookEndpoint>> endpoints = endpoints(connection, changes);
    Map<String, WebhookMessage> messages = new LinkedHashMap<>();
    for (Change change : changes) {
      if (endpoints.containsKey(Messages.merchant(change))) {
        Messages.of(change).forEach(message -> messages.put(message.id(), message));
      }
    }
    if (messages.isEmpty()) {
      return;
    }
    MessageTable.known(connection, messages.keySet()).forEach(messages::remove);
    List<WebhookMessage> news = payloads.sealed(List.copyOf(messages.values()));
    MessageTable.insert(connection, news);
    DeliveryTable.insert(connection, news, endpoints);
  }

  private static Map<String, List<WebhookEndpoint>> endpoints(
      Connection connection, List<Change> changes) throws SQLException {
    Set<String> merchants =
        changes.stream().map(Messages::merchant).collect(Collectors.toUnmodifiableSet());
    return EndpointTable.of(connection, merchants).stream()
        .collect(Collectors.groupingBy(WebhookEndpoint::merchant));
  }
}
