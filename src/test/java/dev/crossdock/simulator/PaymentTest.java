package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How money is authorized, voided, captured and refunded, and never more than there is. */
class PaymentTest {

  private static final String PATH = "/v1/authorizations";
  private static Bench bench;

  @BeforeAll
  static void start() throws Exception {
    bench = Bench.start(Bench.settings(Bench.QUICK));
  }

  @AfterAll
  static void stop() throws Exception {
    bench.close();
  }

  @Test
  void authorizesAndFindsItAgain() throws Exception {
    var answer = authorize("a1", "tok_visa", "39.80");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("status")).isEqualTo("AUTHORIZED");
    assertThat(bench.find("payment", PATH, "a1")).containsExactly(answer.body());
  }

  @Test
  void declinesWithAProblem() throws Exception {
    var answer = authorize("a2", "tok_declined", "39.80");
    assertThat(answer.status()).isEqualTo(402);
    assertThat(answer.text("type")).isEqualTo("payment-declined");
    assertThat(bench.find("payment", PATH, "a2")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"tok_pending, AUTHORIZED", "tok_pending_declined, DECLINED"})
  void decidesLaterWhatIsPending(String token, String verdict) throws Exception {
    assertThat(authorize(token, token, "1").text("status")).isEqualTo("PENDING");
    await()
        .untilAsserted(
            () ->
                assertThat(bench.find("payment", PATH, token).at("/0/status").asText())
                    .isEqualTo(verdict));
  }

  @Test
  void capturesNoMoreThanWasAuthorized() throws Exception {
    String captures = PATH + "/" + id("a3", "10.00") + "/captures";
    var first = capture(captures, "a3-1", "6.00");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("status")).isEqualTo("CAPTURED");
    assertThat(capture(captures, "a3-2", "4.01").status()).isEqualTo(422);
    assertThat(capture(captures, "a3-3", "4").status()).isEqualTo(201);
    assertThat(bench.find("payment", "/v1/captures", "a3-1")).containsExactly(first.body());
    assertThat(bench.find("payment", "/v1/captures", "a3-2")).isEmpty();
  }

  @Test
  void voidsWhatIsNotCapturedYetHoweverOftenAsked() throws Exception {
    String id = id("a4", "10.00");
    assertThat(end(id, "a4-1").text("status")).isEqualTo("VOIDED");
    assertThat(end(id, "a4-2").text("status")).isEqualTo("VOIDED");
    assertThat(capture(PATH + "/" + id + "/captures", "a4-3", "1").status()).isEqualTo(409);
  }

  @Test
  void doesNotVoidWhatWasCapturedInFull() throws Exception {
    String id = id("a5", "10.00");
    capture(PATH + "/" + id + "/captures", "a5-1", "10");
    assertThat(end(id, "a5-2").status()).isEqualTo(409);
  }

  @Test
  void refundsNoMoreThanWasCaptured() throws Exception {
    String captureId =
        capture(PATH + "/" + id("a6", "10.00") + "/captures", "a6-1", "10.00").text("captureId");
    String refunds = "/v1/captures/" + captureId + "/refunds";
    assertThat(bench.change("payment", refunds, "a6-2", Bodies.capture("7.50")).status())
        .isEqualTo(201);
    assertThat(bench.change("payment", refunds, "a6-3", Bodies.capture("2.51")).status())
        .isEqualTo(422);
    LedgerEntry authorization =
        bench.simulator().ledger().ofKind(EffectKind.AUTHORIZATION).items().stream()
            .filter(item -> item.key().equals("a6"))
            .findFirst()
            .orElseThrow();
    assertThat(authorization.captured()).isEqualByComparingTo("10");
    assertThat(authorization.refunded()).isEqualByComparingTo("7.50");
  }

  @ParameterizedTest
  @CsvSource({"0.00, EUR, 422", "-1, EUR, 422", "1, USD, 422", "1, eur, 400", "1e3, EUR, 400"})
  void refusesToCaptureWhatIsNoAmountOfTheAuthorization(String amount, String currency, int status)
      throws Exception {
    String captures = PATH + "/" + id("a7" + amount + currency, "10.00") + "/captures";
    String body =
        """
        {"amount":{"amount":"%s","currency":"%s"}}\
        """
            .formatted(amount, currency);
    assertThat(bench.change("payment", captures, "c7" + amount + currency, body).status())
        .isEqualTo(status);
  }

  private static Bench.Answer authorize(String key, String token, String amount) throws Exception {
    return bench.change("payment", PATH, key, Bodies.authorization("ord_1", token, amount));
  }

  private static String id(String key, String amount) throws Exception {
    return authorize(key, "tok_visa", amount).text("authorizationId");
  }

  private static Bench.Answer capture(String path, String key, String amount) throws Exception {
    return bench.change("payment", path, key, Bodies.capture(amount));
  }

  private static Bench.Answer end(String id, String key) throws Exception {
    return bench.change("payment", PATH + "/" + id + "/void", key, "");
  }
}
