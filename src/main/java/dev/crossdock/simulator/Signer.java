package dev.crossdock.simulator;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Signs a callback as the Standard Webhooks specification says. */
final class Signer {

  private final Webhook webhook;

  /**
   * Takes a secret of {@code whsec_} and Base64.
   *
   * @throws IllegalArgumentException when it is no such secret
   */
  Signer(String secret) {
    try {
      webhook = new Webhook(secret);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException("the callback secret is empty", e);
    }
  }

  List<HttpHeader> headers(Outgoing callback, Instant now) {
    long seconds = now.getEpochSecond();
    return List.of(
        RawHeader.create(Webhook.UNBRANDED_MSG_ID_KEY, callback.messageId()),
        RawHeader.create(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(seconds)),
        RawHeader.create(Webhook.UNBRANDED_MSG_SIGNATURE_KEY, sign(callback, seconds)));
  }

  private String sign(Outgoing callback, long seconds) {
    try {
      return webhook.sign(callback.messageId(), seconds, callback.payload());
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("cannot sign " + callback.messageId(), e);
    }
  }
}
