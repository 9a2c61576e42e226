package dev.crossdock.api;

import dev.crossdock.settings.Secret;
import dev.crossdock.webhook.DeliveryLog;
import dev.crossdock.webhook.Subscription;
import dev.crossdock.webhook.WebhookEndpoint;
import dev.crossdock.webhook.WebhookEndpoint.Old;
import dev.crossdock.webhook.WebhookEndpoint.Secrets;
import dev.crossdock.webhook.Webhooks;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Endpoints in a map; two at most. */
final class WebhooksInMemory implements Webhooks {
  static final String MADE_UP = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final int MAX = 2;

  final Map<String, WebhookEndpoint> endpoints = new LinkedHashMap<>();
  final List<DeliveryLog> deliveries = new ArrayList<>();
  final List<String> replayed = new ArrayList<>();
  private final Clock clock;

  WebhooksInMemory(Clock clock) {
    this.clock = clock;
  }

  @Override
  public CompletionStage<Optional<WebhookEndpoint>> register(
      String merchant, URI url, Subscription subscription, @Nullable Secret secret) {
    if (endpoints.size() >= MAX) {
      return now(Optional.empty());
    }
    String id = "whe_" + (endpoints.size() + 1);
    Secrets secrets = new Secrets(secret == null ? new Secret(MADE_UP) : secret, null);
    endpoints.put(
        id,
        new WebhookEndpoint(
            id, merchant, url, subscription, secrets, clock.instant(), null, null, null));
    return now(Optional.of(endpoints.get(id)));
  }

  @Override
  public CompletionStage<List<WebhookEndpoint>> all(String merchant) {
    return now(List.copyOf(endpoints.values()));
  }

  @Override
  public CompletionStage<Optional<WebhookEndpoint>> find(String merchant, String id) {
    return now(Optional.ofNullable(endpoints.get(id)));
  }

  @Override
  public CompletionStage<Boolean> delete(String merchant, String id) {
    return now(endpoints.remove(id) != null);
  }

  @Override
  public CompletionStage<Optional<WebhookEndpoint>> rotate(String merchant, String id) {
    return changed(
        id,
        e -> {
          Old old = new Old(e.secrets().current(), clock.instant().plus(Duration.ofDays(1)));
          return copy(e, new Secrets(new Secret(MADE_UP), old), e.disabled());
        });
  }

  @Override
  public CompletionStage<Optional<WebhookEndpoint>> enable(String merchant, String id) {
    return changed(id, e -> copy(e, e.secrets(), null));
  }

  void disable(String id, String reason) {
    changed(id, e -> copy(e, e.secrets(), new WebhookEndpoint.Disabled(clock.instant(), reason)));
  }

  @Override
  public CompletionStage<Optional<List<DeliveryLog>>> deliveries(
      String merchant, String id, long before, int max) {
    return now(
        Optional.ofNullable(endpoints.get(id))
            .map(
                any ->
                    deliveries.stream()
                        .filter(delivery -> delivery.number() < before)
                        .limit(max)
                        .toList()));
  }

  @Override
  public CompletionStage<Optional<Integer>> replay(String merchant, String id, Instant from) {
    replayed.add(from.toString());
    return now(Optional.ofNullable(endpoints.get(id)).map(any -> 3));
  }

  @Override
  public CompletionStage<Optional<Integer>> replay(String merchant, String id, String messageId) {
    replayed.add(messageId);
    return now(Optional.ofNullable(endpoints.get(id)).map(any -> messageId.endsWith("0") ? 0 : 1));
  }

  private CompletionStage<Optional<WebhookEndpoint>> changed(
      String id, UnaryOperator<WebhookEndpoint> change) {
    endpoints.computeIfPresent(id, (any, endpoint) -> change.apply(endpoint));
    return now(Optional.ofNullable(endpoints.get(id)));
  }

  private static WebhookEndpoint copy(
      WebhookEndpoint e, Secrets secrets, WebhookEndpoint.@Nullable Disabled disabled) {
    return new WebhookEndpoint(
        e.id(),
        e.merchant(),
        e.url(),
        e.subscription(),
        secrets,
        e.createdAt(),
        e.failingSince(),
        e.pausedUntil(),
        disabled);
  }

  private static <T> CompletionStage<T> now(T value) {
    return CompletableFuture.completedFuture(value);
  }
}
