package dev.crossdock.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.crossdock.settings.Secret;
import java.time.Instant;

/** Signs messages as the Standard Webhooks specification says. */
final class Signing {
  private Signing() {}

  /**
   * The header {@code webhook-signature}: one signature a secret that is valid, the newest first.
   */
  static String header(
      WebhookEndpoint.Secrets secrets, String messageId, Instant now, String payload) {
    String signature = sign(secrets.current(), messageId, now, payload);
    WebhookEndpoint.Old old = secrets.old();
    return old == null || !old.until().isAfter(now)
        ? signature
        : signature + " " + sign(old.secret(), messageId, now, payload);
  }

  private static String sign(Secret secret, String messageId, Instant now, String payload) {
    try {
      return new Webhook(secret.value()).sign(messageId, now.getEpochSecond(), payload);
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException("cannot sign " + messageId, e);
    }
  }
}
