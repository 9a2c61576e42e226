package dev.crossdock.webhook;

import dev.crossdock.settings.Secret;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a merchant is told.
 *
 * @param id {@code whe_} and what makes it unique
 * @param failingSince since when nothing that was tried was taken
 * @param pausedUntil it asked to be left alone until then
 * @param disabled set while nothing is sent to it
 */
public record WebhookEndpoint(
    String id,
    String merchant,
    URI url,
    Subscription subscription,
    Secrets secrets,
    Instant createdAt,
    @Nullable Instant failingSince,
    @Nullable Instant pausedUntil,
    @Nullable Disabled disabled) {

  /** Why nothing is sent any more, and since when. */
  public record Disabled(Instant at, String reason) {}

  /**
   * What its messages are signed with.
   *
   * @param old one that was replaced, and goes on signing for a while
   */
  public record Secrets(Secret current, @Nullable Old old) {}

  /** A secret that was replaced. */
  public record Old(Secret secret, Instant until) {}

  /** Whether something may be sent to it. */
  boolean mayBeTold(Instant now) {
    return disabled == null && (pausedUntil == null || !pausedUntil.isAfter(now));
  }

  WebhookEndpoint with(
      @Nullable Instant failing, @Nullable Instant paused, @Nullable Disabled disabledNow) {
    return new WebhookEndpoint(
        id, merchant, url, subscription, secrets, createdAt, failing, paused, disabledNow);
  }
}
