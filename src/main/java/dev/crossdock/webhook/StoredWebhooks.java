package dev.crossdock.webhook;

import dev.crossdock.settings.Secret;
import dev.crossdock.settings.WebhookSettings;
import dev.crossdock.view.ReadStore;
import dev.crossdock.webhook.WebhookEndpoint.Old;
import dev.crossdock.webhook.WebhookEndpoint.Secrets;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Endpoints in the database. */
final class StoredWebhooks implements Webhooks {
  /** Many more than workers, so that these can be as many as one likes. */
  private static final int SLOTS = 1024;

  private final ReadStore store;
  private final WebhookSettings settings;
  private final Clock clock;

  StoredWebhooks(ReadStore store, WebhookSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Optional<WebhookEndpoint>> register(
      String merchant, URI url, Subscription subscription, @Nullable Secret secret) {
    Secrets secrets = new Secrets(secret == null ? WebhookSecrets.random() : secret, null);
    WebhookEndpoint endpoint =
        new WebhookEndpoint(
            WebhookSecrets.endpointId(),
            merchant,
            url,
            subscription,
            secrets,
            clock.instant(),
            null,
            null,
            null);
    int slot = Math.floorMod(endpoint.id().hashCode(), SLOTS);
    return store.transaction(
        connection -> {
          if (EndpointTable.of(connection, merchant).size() >= settings.endpointsMax()) {
            return Optional.empty();
          }
          EndpointTable.insert(connection, endpoint, slot);
          return Optional.of(endpoint);
        });
  }

  @Override
  public CompletionStage<List<WebhookEndpoint>> all(String merchant) {
    return store.run(connection -> EndpointTable.of(connection, merchant));
  }

  @Override
  public CompletionStage<Optional<WebhookEndpoint>> find(String merchant, String id) {
    return store.run(connection -> EndpointTable.find(connection, merchant, id));
  }

  @Override
  public CompletionStage<Boolean> delete(String merchant, String id) {
    return store.run(connection -> EndpointTable.delete(connection, merchant, id));
  }

  @Override
  public CompletionStage<Optional<WebhookEndpoint>> rotate(String merchant, String id) {
    Secret next = WebhookSecrets.random();
    return with(
        merchant,
        id,
        (connection, endpoint) -> {
          Instant until = clock.instant().plus(settings.oldSecretFor());
          Old old = new Old(endpoint.secrets().current(), until);
          EndpointTable.setSecrets(connection, id, new Secrets(next, old));
          return EndpointTable.find(connection, id).orElseThrow();
        });
  }

  @Override
  public CompletionStage<Optional<WebhookEndpoint>> enable(String merchant, String id) {
    return with(
        merchant,
        id,
        (connection, endpoint) -> {
          EndpointTable.setTrouble(connection, id, null, null, null);
          return EndpointTable.find(connection, id).orElseThrow();
        });
  }

  @Override
  public CompletionStage<Optional<List<DeliveryLog>>> deliveries(
      String merchant, String id, long before, int max) {
    return with(merchant, id, (connection, endpoint) -> LogTable.page(connection, id, before, max));
  }

  @Override
  public CompletionStage<Optional<Integer>> replay(String merchant, String id, Instant from) {
    return with(
        merchant,
        id,
        (connection, endpoint) ->
            Replay.since(endpoint, from).begin(connection, endpoint, clock.instant()));
  }

  @Override
  public CompletionStage<Optional<Integer>> replay(String merchant, String id, String messageId) {
    return with(
        merchant,
        id,
        (connection, endpoint) ->
            Replay.one(endpoint, messageId).begin(connection, endpoint, clock.instant()));
  }

  private interface EndpointWork<T> {
    T with(Connection connection, WebhookEndpoint endpoint) throws SQLException;
  }

  private <T> CompletionStage<Optional<T>> with(String merchant, String id, EndpointWork<T> work) {
    return store.transaction(
        connection -> {
          Optional<WebhookEndpoint> endpoint = EndpointTable.find(connection, merchant, id);
          return endpoint.isEmpty()
              ? Optional.empty()
              : Optional.of(work.with(connection, endpoint.get()));
        });
  }
}
