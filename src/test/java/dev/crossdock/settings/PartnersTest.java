package dev.crossdock.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.partner.PartnerKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said of a partner. */
class PartnersTest {
  @TempDir Path folder;

  @Test
  void aPartnerIsTreatedAsUsualUnlessItSaysOtherwise() {
    String text =
        """
        crossdock.partner-defaults = { deadline = 7s, breaker.open = 9s, callback-secret = null }
        crossdock.partners.fraud {
          base-url = "https://example.com:8443/api/"
          rate-limit { per-second = 2.5, burst = 4 }
          breaker.calls-min = 3
        }
        """;
    PartnerSettings fraud = partner(text, "fraud");
    assertThat(fraud)
        .isEqualTo(
            new PartnerSettings(
                "fraud",
                PartnerKind.FRAUD,
                URI.create("https://example.com:8443/api"),
                Duration.ofSeconds(7),
                new RateLimit(2.5, 4),
                64,
                10_000,
                null,
                new BreakerSettings(50, 3, Duration.ofSeconds(9))));
  }

  @ParameterizedTest
  @CsvSource({"5, 5, 200", "0.5, 1, 2000", "2.5, 3, 400"})
  void aRateIsANumberASecond(double rate, int burst, long intervalMillis) {
    RateLimit limit = partner("crossdock.partners.fraud.rate-limit = " + rate, "fraud").rateLimit();
    assertThat(limit).isEqualTo(new RateLimit(rate, burst));
    assertThat(Objects.requireNonNull(limit).interval())
        .isEqualTo(Duration.ofMillis(intervalMillis));
  }

  @Test
  void noRateIsNoLimit() {
    assertThat(partner("", "fraud").rateLimit()).isNull();
  }

  @Test
  void aKindMustBeKnown() {
    assertFault("crossdock.partners.x { kind = carier, base-url = \"http://x\" }")
        .isEqualTo(
            "test.conf:2: crossdock.partners.x.kind:"
                + " \"carier\" is unknown; did you mean carrier?");
  }

  @Test
  void aPartnerNeedsAKindAndABaseUrl() {
    assertThat(SettingsFile.withPartners(folder, "crossdock.partners.x {}").faults())
        .containsExactlyInAnyOrder(
            "test.conf:2: crossdock.partners.x.kind: missing; needs a text",
            "test.conf:2: crossdock.partners.x.base-url: missing; needs a text");
  }

  @Test
  void onlyCarriersStandSideBySide() {
    assertFault("crossdock.partners.late { kind = fraud, base-url = \"http://x\" }")
        .isEqualTo(
            "test.conf:2: crossdock.partners.late:"
                + " is a second partner of kind fraud beside fraud");
    partner(
        "crossdock.partners.carrier-c { kind = carrier, base-url = \"http://x\" }", "carrier-c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Swift", "swift_parcel", "a.b", "12345678901234567890123456789012345678901"})
  void aNameFitsIntoAUrl(String name) {
    assertFault(
            "crossdock.partners.\"%s\" { kind = carrier, base-url = \"http://x\" }".formatted(name))
        .contains("a partner's name is 1 to 40 of a to z, 0 to 9 and hyphen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://x",
        "x",
        "/path",
        "http:///x",
        "http://x?y=z",
        "http://x#y",
        "http://u:p@x",
        ""
      })
  void aBaseUrlIsOfHttpAndNothingMore(String url) {
    assertFault("crossdock.partners.fraud.base-url = \"%s\"".formatted(url))
        .startsWith("test.conf:2: crossdock.partners.fraud.base-url: is not ");
  }

  @ParameterizedTest
  @CsvSource({
    "deadline, 0s",
    "deadline, 11m",
    "rate-limit, -1",
    "rate-limit, 0.0001",
    "rate-limit, fast",
    "rate-limit.per-second, 0",
    "rate-limit.burst, 0",
    "concurrency-max, 0",
    "queue-max, 0",
    "breaker.failure-rate, 101",
    "breaker.calls-min, 0",
    "breaker.open, 0s"
  })
  void everyLimitHasBounds(String key, String value) {
    assertThat(
            SettingsFile.withPartners(folder, "crossdock.partners.fraud." + key + " = " + value)
                .faults())
        .isNotEmpty()
        .allMatch(
            it ->
                it.startsWith("test.conf:2: crossdock.partners.fraud.rate-limit")
                    || it.startsWith("test.conf:2: crossdock.partners.fraud." + key));
  }

  @ParameterizedTest
  @CsvSource({"23, false", "24, true", "64, true", "65, false"})
  void aSecretHas24To64Bytes(int bytes, boolean fits) {
    String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    String text = "crossdock.partners.fraud.callback-secret = \"" + secret + "\"";
    if (fits) {
      assertThat(partner(text, "fraud").callbackSecret()).isEqualTo(new Secret(secret));
    } else {
      assertFault(text).contains("callback-secret").doesNotContain(secret);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_*", ""})
  void aSecretIsWrittenAsTheSpecHasIt(String secret) {
    assertFault("crossdock.partners.fraud.callback-secret = \"" + secret + "\"")
        .endsWith("is not whsec_ followed by the base64 of 24 to 64 bytes");
  }

  @Test
  void aFaultOfTheDefaultsIsSaidOnce() {
    assertFault("crossdock.partner-defaults.queue-max = 0")
        .isEqualTo(
            "test.conf:2: crossdock.partner-defaults.queue-max:"
                + " 0 is not between 1 and 10000000");
  }

  private PartnerSettings partner(String text, String name) {
    return Objects.requireNonNull(
        SettingsFile.withPartners(folder, text).load().partners().get(name));
  }

  private org.assertj.core.api.AbstractStringAssert<?> assertFault(String text) {
    return assertThat(SettingsFile.withPartners(folder, text).faults())
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING);
  }
}
