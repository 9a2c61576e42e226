package dev.crossdock.api;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.crossdock.api.problem.ProblemException;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.settings.PartnerSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Tells partners' callbacks from others', as the Standard Webhooks specification says. */
final class Signatures {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Map<String, Webhook> webhooks = new HashMap<>();
  private final Clock clock;

  /**
   * Signatures of these partners.
   *
   * @throws IllegalArgumentException when a secret is none
   */
  Signatures(Map<String, PartnerSettings> partners, Clock clock) {
    this.clock = clock;
    partners.forEach(
        (name, partner) -> {
          if (partner.callbackSecret() != null) {
            webhooks.put(name, webhook(name, partner.callbackSecret().value()));
          }
        });
  }

  boolean isKnown(String partner) {
    return webhooks.containsKey(partner);
  }

  /**
   * Makes sure that a partner, which is known, sent this just now.
   *
   * @return the partner's name for the message
   * @throws ProblemException when it did not
   */
  String verify(String partner, Exchange exchange, String body) {
    String id = signed(exchange, "webhook-id", "[!-~]{1,255}");
    long timestamp = Long.parseLong(signed(exchange, "webhook-timestamp", "[0-9]{1,12}"));
    String signatures = signed(exchange, "webhook-signature", "[ -~]{1,4000}");
    byte[] expected = sign(partner, id, timestamp, body).getBytes(StandardCharsets.UTF_8);
    boolean fits = false;
    for (String signature : signatures.split(" ", -1)) {
      fits |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }
    if (!fits) {
      throw Refusals.problem(ProblemType.SIGNATURE_INVALID, "no signature fits this body");
    }
    Duration age = Duration.between(Instant.ofEpochSecond(timestamp), clock.instant()).abs();
    if (age.compareTo(TOLERANCE) > 0) {
      throw Refusals.problem(ProblemType.CALLBACK_TOO_OLD, "signed " + age.toSeconds() + " s off");
    }
    return id;
  }

  private static String signed(Exchange exchange, String header, String form) {
    return exchange
        .header(header)
        .filter(value -> value.matches(form))
        .orElseThrow(
            () ->
                Refusals.problem(
                    ProblemType.SIGNATURE_INVALID, header + " is not there, or not right"));
  }

  private String sign(String partner, String id, long timestamp, String body) {
    Webhook webhook = webhooks.get(partner);
    if (webhook == null) {
      throw new IllegalArgumentException("no secret of " + partner);
    }
    try {
      return webhook.sign(id, timestamp, body);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("cannot sign for " + partner, e);
    }
  }

  private static Webhook webhook(String partner, String secret) {
    try {
      return new Webhook(secret);
    } catch (EmptyWebhookSecretException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the callback secret of " + partner + " is not base64, perhaps behind whsec_", e);
    }
  }
}
