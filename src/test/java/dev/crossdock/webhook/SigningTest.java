package dev.crossdock.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.crossdock.settings.Secret;
import dev.crossdock.webhook.WebhookEndpoint.Old;
import dev.crossdock.webhook.WebhookEndpoint.Secrets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures, as merchants verify them. */
class SigningTest {
  /** Worked out by hand: {@code openssl dgst -sha256 -mac HMAC} over id, time and body. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant THEN = Instant.ofEpochSecond(1_614_265_330);
  private static final String BODY = "{\"test\": 2432232314}";

  @Test
  void signsAsTheSpecificationDoes() {
    assertThat(Signing.header(secrets(SECRET, null), ID, THEN, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void whatIsSignedIsVerifiedWithTheNewSecretAndWithTheOldOne() {
    Secret fresh = WebhookSecrets.random();
    Instant now = Clock.systemUTC().instant();
    Old old = new Old(new Secret(SECRET), now.plusSeconds(60));
    String header = Signing.header(secrets(fresh.value(), old), ID, now, BODY);

    assertThat(header.split(" ", -1)).hasSize(2);
    assertThatCode(() -> verify(fresh.value(), now, header)).doesNotThrowAnyException();
    assertThatCode(() -> verify(SECRET, now, header)).doesNotThrowAnyException();
    String strangers = WebhookSecrets.random().value();
    assertThatThrownBy(() -> verify(strangers, now, header))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void anOldSecretSignsNoLongerThanItWasToldTo() {
    Secret fresh = WebhookSecrets.random();
    Old old = new Old(new Secret(SECRET), THEN);

    assertThat(Signing.header(secrets(fresh.value(), old), ID, THEN, BODY)).doesNotContain(" ");
  }

  @Test
  void secretsAreMadeUpAndNeverTwice() {
    Secret one = WebhookSecrets.random();

    assertThat(WebhookSecrets.isSecret(one.value())).isTrue();
    assertThat(WebhookSecrets.random()).isNotEqualTo(one);
    assertThat(one.toString()).doesNotContain(one.value());
  }

  @ParameterizedTest
  @CsvSource({
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, true",
    "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, false",
    "whsec_, false",
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa==, false",
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa!!, false",
  })
  void aSecretIsLongEnoughAndInBase64(String text, boolean right) {
    assertThat(WebhookSecrets.isSecret(text)).isEqualTo(right);
  }

  private static void verify(String secret, Instant at, String header) throws Exception {
    new Webhook(secret)
        .verify(
            BODY,
            Map.of(
                "webhook-id",
                List.of(ID),
                "webhook-timestamp",
                List.of(Long.toString(at.getEpochSecond())),
                "webhook-signature",
                List.of(header)));
  }

  private static Secrets secrets(String current, @Nullable Old old) {
    return new Secrets(new Secret(current), old);
  }
}
