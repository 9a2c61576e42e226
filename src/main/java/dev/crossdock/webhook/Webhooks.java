package dev.crossdock.webhook;

import dev.crossdock.settings.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where merchants are told, and what became of it. Whatever is asked for of an endpoint that the
 * merchant does not have is empty. A stage fails when the database does.
 */
public interface Webhooks {

  /**
   * Registers an endpoint; empty when the merchant has as many as it may.
   *
   * @param secret absent: a random one
   */
  CompletionStage<Optional<WebhookEndpoint>> register(
      String merchant, URI url, Subscription subscription, @Nullable Secret secret);

  /** All of the merchant's, the oldest first. */
  CompletionStage<List<WebhookEndpoint>> all(String merchant);

  CompletionStage<Optional<WebhookEndpoint>> find(String merchant, String id);

  /** What is under way may still arrive. */
  CompletionStage<Boolean> delete(String merchant, String id);

  /** Gives it another secret; the old one goes on signing beside it for a while. */
  CompletionStage<Optional<WebhookEndpoint>> rotate(String merchant, String id);

  /** Sends to it again, what waited since it was disabled included. */
  CompletionStage<Optional<WebhookEndpoint>> enable(String merchant, String id);

  /**
   * What became of its messages, the newest first.
   *
   * @param before only deliveries with a lower number
   */
  CompletionStage<Optional<List<DeliveryLog>>> deliveries(
      String merchant, String id, long before, int max);

  /** Tells it again all that it is subscribed to since then; how many messages that are. */
  CompletionStage<Optional<Integer>> replay(String merchant, String id, Instant from);

  /** Tells it one message again; 0 when it is not known, or not any more. */
  CompletionStage<Optional<Integer>> replay(String merchant, String id, String messageId);
}
