package dev.crossdock.partner.http;

import static dev.crossdock.partner.Outcome.Reach.MAYBE_ACTED_ON;
import static dev.crossdock.partner.Outcome.Reach.NOT_ACTED_ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Refused;
import dev.crossdock.partner.Outcome.Succeeded;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.PartnerCall;
import dev.crossdock.partner.Rate;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.trade.Money;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table by which an HTTP answer becomes an outcome. */
class OutcomeReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final PartnerCall AUTHORIZE = Asks.toDo(Asks.AUTHORIZE);
  private static final PartnerCall LOOK_UP = Asks.toLookUp(Asks.AUTHORIZE);
  private static final String AUTHORIZATION =
      """
      {"authorizationId":"a1","status":"PENDING","amount":{"amount":"39.80","currency":"EUR"}}\
      """;
  private static final Answer AUTHORIZED =
      new Answer.Authorized(
          "a1", Answer.AuthorizationStatus.PENDING, Money.of("39.80", "EUR"), null);
  private static final String NOTHING = "";

  static Stream<Arguments> table() {
    return Stream.concat(tableOfDoing(), tableOfLookingUp());
  }

  private static Stream<Arguments> tableOfDoing() {
    return Stream.of(
        arguments(AUTHORIZE, 201, AUTHORIZATION, new Succeeded(AUTHORIZED)),
        arguments(AUTHORIZE, 200, AUTHORIZATION, new Succeeded(AUTHORIZED)),
        arguments(AUTHORIZE, 204, NOTHING, maybe("garbage: the body is no object")),
        arguments(AUTHORIZE, 200, "<html>", maybe("garbage: it is no JSON")),
        arguments(AUTHORIZE, 200, AUTHORIZATION + "}", maybe("garbage: it is no JSON")),
        arguments(AUTHORIZE, 200, "[]", maybe("garbage: the body is no object")),
        arguments(AUTHORIZE, 200, "{}", maybe("garbage: authorizationId is missing")),
        arguments(AUTHORIZE, 307, NOTHING, maybe("307 Text")),
        arguments(AUTHORIZE, 400, NOTHING, new Refused("http-400", "Text")),
        arguments(AUTHORIZE, 401, NOTHING, new Refused("http-401", "Text")),
        arguments(AUTHORIZE, 404, "<html>", new Refused("http-404", "Text")),
        arguments(
            AUTHORIZE,
            402,
            problem("https://p.example/problems/payment-declined"),
            new Refused("payment-declined", "Title: Detail")),
        arguments(
            Asks.toDo(Asks.RESERVE),
            409,
            problem("out-of-stock"),
            new Refused("out-of-stock", "Title: Detail")),
        arguments(AUTHORIZE, 408, NOTHING, maybe("408 Text")),
        arguments(AUTHORIZE, 425, NOTHING, new Unanswered(NOT_ACTED_ON, "425 Text", null)),
        arguments(
            AUTHORIZE,
            429,
            problem("slow-down"),
            new Unanswered(NOT_ACTED_ON, "429 Title: Detail", null)),
        arguments(AUTHORIZE, 500, NOTHING, maybe("500 Text")),
        arguments(AUTHORIZE, 503, problem("down"), maybe("503 Title: Detail")),
        arguments(AUTHORIZE, 101, NOTHING, maybe("101 Text")),
        arguments(AUTHORIZE, 799, NOTHING, maybe("799 Text")));
  }

  private static Stream<Arguments> tableOfLookingUp() {
    return Stream.of(
        arguments(LOOK_UP, 200, "{\"items\":[]}", new Succeeded(new Answer.Absent())),
        arguments(LOOK_UP, 200, "{\"items\":[" + AUTHORIZATION + "]}", new Succeeded(AUTHORIZED)),
        arguments(
            LOOK_UP,
            200,
            "{\"items\":[" + AUTHORIZATION + "," + AUTHORIZATION + "]}",
            maybe("garbage: 2 items under one key")),
        arguments(LOOK_UP, 200, AUTHORIZATION, maybe("garbage: items is missing")),
        arguments(
            LOOK_UP, 200, "{\"items\":[{}]}", maybe("garbage: items/0/authorizationId is missing")),
        arguments(LOOK_UP, 404, problem("unknown"), maybe("404 Title: Detail")),
        arguments(LOOK_UP, 429, NOTHING, new Unanswered(NOT_ACTED_ON, "429 Text", null)));
  }

  @ParameterizedTest
  @MethodSource("table")
  void tellsTheThreeOutcomesApart(PartnerCall call, int status, String body, Outcome outcome) {
    assertThat(read(call, status, null, null, body)).isEqualTo(outcome);
  }

  @Test
  void doesNotFollowARedirect() {
    assertThat(read(AUTHORIZE, 308, null, "https://elsewhere.example/", NOTHING))
        .isEqualTo(maybe("the redirect to https://elsewhere.example/ is not followed"));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 503})
  void saysWhenToTryAgain(int status) {
    assertThat(read(AUTHORIZE, status, "7", null, NOTHING))
        .isInstanceOfSatisfying(
            Unanswered.class,
            outcome -> assertThat(outcome.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"5\"", "\"5.000\"", "5", "5.0", "0.5e1"})
  void normalisesAnAmount(String amount) {
    assertThat(amountOf(amount, "EUR")).isEqualTo(new Succeeded(captured("5.00", "EUR")));
    assertThat(amountOf(amount, "JPY")).isEqualTo(new Succeeded(captured("5", "JPY")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"5.001\"",
        "\"1e3\"",
        "1e999999999",
        "1e-999999999",
        "\"\"",
        "\"+5\"",
        "\" 5\"",
        "true",
        "null",
        "1234567890123456789",
        "\"1234567890123456789\"",
        "\"NaN\"",
        "{}"
      })
  void takesNoOtherAmount(String amount) {
    assertThat(amountOf(amount, "EUR"))
        .isInstanceOfSatisfying(
            Unanswered.class,
            outcome -> {
              assertThat(outcome.reach()).isEqualTo(MAYBE_ACTED_ON);
              assertThat(outcome.reason()).startsWith("garbage: amount");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "eur", "", "EURO"})
  void takesNoCurrencyThatNobodyPaysIn(String currency) {
    assertThat(amountOf("\"5\"", currency)).isInstanceOf(Unanswered.class);
  }

  @Test
  void namesTheCarrierOfARate() {
    String body =
        """
        {"rates":[{"rateId":"r1","service":"GROUND","price":{"amount":"9.9","currency":"EUR"},
                   "estimatedDays":2.0,"deliveryDate":"2026-11-25","carrier":"somebody"}]}\
        """;
    Rate rate =
        new Rate(
            "acme",
            "r1",
            "GROUND",
            Money.of("9.90", "EUR"),
            2,
            LocalDate.of(2026, 11, 25),
            false,
            null);

    assertThat(read(Asks.toDo(Asks.QUOTE), 200, null, null, body))
        .isEqualTo(new Succeeded(new Answer.Quoted(List.of(rate))));
  }

  @Test
  void keepsAScanWhoseStatusIsNew() {
    String body =
        """
        {"events":[{"trackingEventId":"e1","status":"BEAMED_UP",
         "occurredAt":"2026-11-23t08:00:00z"}]}\
        """;

    assertThat(read(Asks.toDo(Asks.TRACK), 200, null, null, body))
        .isInstanceOfSatisfying(
            Succeeded.class,
            outcome ->
                assertThat(((Answer.Tracked) outcome.answer()).scans())
                    .singleElement()
                    .satisfies(
                        scan -> {
                          assertThat(scan.status()).isEqualTo(TrackingStatus.UNKNOWN);
                          assertThat(scan.occurredAt()).isEqualTo(NOW);
                        }));
  }

  static Stream<Arguments> garbage() {
    return Stream.of(
        arguments(Asks.VALIDATE_ADDRESS, "{\"verdict\":\"PERHAPS\"}"),
        arguments(Asks.NOTIFY, "{\"notificationId\":\" \"}"),
        arguments(Asks.VALIDATE_ADDRESS, "{\"verdict\":\"VALID\",\"messages\":[1]}"),
        arguments(
            Asks.RESERVE,
            Answers.of("reserveInventory").replace("\"quantity\":2", "\"quantity\":0")),
        arguments(
            Asks.RESERVE,
            Answers.of("reserveInventory").replace("\"quantity\":2", "\"quantity\":1.5")),
        arguments(Asks.RESERVE, Answers.of("reserveInventory").replace("\"DE\"", "\"de\"")),
        arguments(Asks.RESERVE, Answers.of("reserveInventory").replace("+01:00", "")),
        arguments(Asks.BOOK, Answers.of("bookShipment").replace("ZPL", "EPL")));
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void refusesValuesThatTheSchemaDoesNotKnow(Ask ask, String body) {
    assertThat(read(Asks.toDo(ask), 200, null, null, body))
        .isInstanceOfSatisfying(
            Unanswered.class, outcome -> assertThat(outcome.reason()).startsWith("garbage: "));
  }

  private static Outcome amountOf(String amount, String currency) {
    String body =
        """
        {"captureId":"c1","status":"CAPTURED","amount":{"amount":%s,"currency":"%s"}}\
        """
            .formatted(amount, currency);
    return read(Asks.toDo(Asks.CAPTURE), 201, null, null, body);
  }

  private static Answer captured(String amount, String currency) {
    return new Answer.Captured("c1", Answer.CaptureStatus.CAPTURED, Money.of(amount, currency));
  }

  private static Unanswered maybe(String reason) {
    return new Unanswered(MAYBE_ACTED_ON, reason, null);
  }

  private static String problem(String type) {
    return "{\"type\":\"%s\",\"title\":\"Title\",\"status\":1,\"detail\":\"Detail\"}"
        .formatted(type);
  }

  private static Outcome read(
      PartnerCall call,
      int status,
      @Nullable String retryAfter,
      @Nullable String location,
      String body) {
    HttpAnswer answer = new HttpAnswer(status, "Text", retryAfter, location, Buffer.buffer(body));
    return OutcomeReader.read(call, "acme", answer, NOW);
  }
}
