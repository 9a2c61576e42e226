package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.crossdock.claim.Callback;
import dev.crossdock.claim.Callbacks.Receipt;
import dev.crossdock.order.Unavailable;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Scan;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.partner.Update;
import dev.crossdock.trade.Money;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A partner is believed when it signed just now, and only what can be understood is passed on. */
class CallbackTest {
  private static final String PACKED = fulfillment("\"PACKED\"");
  private static final long NOON = Bench.NOON.getEpochSecond();
  private final Bench bench = new Bench();

  static Stream<Arguments> updates() {
    return Stream.of(
        Arguments.of(
            "pay",
            told(
                "authorization.updated",
                """
                {"authorizationId":"aut-1","status":"AUTHORIZED","new":true,
                 "amount":{"amount":"44.70","currency":"EUR"}}
                """),
            new Update.AuthorizationUpdated(
                new Answer.Authorized(
                    "aut-1",
                    Answer.AuthorizationStatus.AUTHORIZED,
                    Money.of("44.70", "EUR"),
                    null))),
        Arguments.of(
            "stock",
            PACKED,
            new Update.FulfillmentUpdated(
                new Answer.Fulfilling("ful-1", Answer.FulfillmentStatus.PACKED, "two lines"))),
        Arguments.of(
            "post",
            told("shipment.void.updated", "{\"bookingId\":\"b-1\",\"status\":\"VOIDED\"}"),
            new Update.BookingVoidUpdated("b-1", Answer.VoidStatus.VOIDED)));
  }

  static Stream<Arguments> scans() {
    return Stream.of(
        Arguments.of(
            "post",
            told(
                "tracking.updated",
                """
                {"trackingCode":"T1","events":[{"trackingEventId":"e1","status":"IN_TRANSIT",
                 "occurredAt":"2026-11-23T11:30:00+02:00","location":{"city":"Turku"}}]}
                """),
            new Update.TrackingUpdated(
                "T1",
                List.of(
                    new Scan(
                        "e1",
                        TrackingStatus.IN_TRANSIT,
                        Instant.parse("2026-11-23T09:30:00Z"),
                        null,
                        new Scan.Place("Turku", null, null),
                        null,
                        null)))));
  }

  @ParameterizedTest
  @MethodSource({"updates", "scans"})
  void isPassedOn(String partner, String body, Update update) {
    Reply reply = bench.send(signed(partner, body, NOON, "msg_1"));
    assertThat(reply.status()).isEqualTo(202);
    assertThat(bench.callbacks).containsExactly(new Callback("default", partner, "msg_1", update));
  }

  @ParameterizedTest
  @CsvSource({"TAKEN,202", "KEPT_ASIDE,202", "NOTHING_NEW,200"})
  void isAnsweredByWhatBecameOfIt(Receipt receipt, int status) {
    bench.receipt = CompletableFuture.completedFuture(receipt);
    assertThat(bench.send(signed("stock", PACKED, NOON, "m")).status()).isEqualTo(status);
  }

  @Test
  void isToBeSentAgainWhenNobodyCanTell() {
    bench.receipt =
        CompletableFuture.failedFuture(new Unavailable("journal", new RuntimeException()));
    Reply reply = bench.send(signed("stock", PACKED, NOON, "m"));
    assertThat(reply.problem()).isEqualTo("503 unavailable");
    assertThat(reply.header("Retry-After")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "300", "-300"})
  void mayBeFiveMinutesOff(long off) {
    assertThat(bench.send(signed("stock", PACKED, NOON + off, "m")).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({"301", "-301", "99999999999"})
  void mayNotBeFurtherOff(long off) {
    assertThat(bench.send(signed("stock", PACKED, NOON + off, "m")).problem())
        .isEqualTo("400 callback-too-old");
    assertThat(bench.callbacks).isEmpty();
  }

  @Test
  void isNotBelievedWithoutARightSignature() {
    HttpRequest right = signed("stock", PACKED, NOON, "m");
    for (String header : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
      unsigned(right.removeHeader(header));
      unsigned(right.removeHeader(header).addHeader(RawHeader.create(header, "1")));
    }
    unsigned(signed("stock", PACKED.replace("PACKED", "SHIPPED"), signature(PACKED, NOON, "m")));
    unsigned(signed("stock", PACKED, signature(PACKED, NOON, "m").replace("v1,", "v2,")));
    assertThat(bench.callbacks).isEmpty();
  }

  @Test
  void mayCarrySeveralSignaturesOfWhichOneIsRight() {
    String both = "v1,AAAA v1a,BBBB " + signature(PACKED, NOON, "m");
    assertThat(bench.send(signed("stock", PACKED, both)).status()).isEqualTo(202);
  }

  @Test
  void isRefusedFromWhomItIsNotExpected() {
    assertThat(bench.send(signed("nobody", PACKED, NOON, "m")).problem())
        .isEqualTo("404 partner-not-found");
    assertThat(bench.send(signed("shelf", PACKED, NOON, "m")).problem())
        .isEqualTo("403 callbacks-not-enabled");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stock | {\"type\":\"fulfillment.updated\"}      | /occurredAt required",
        "pay   | fulfillment.updated                     | /type enum",
        "stock | tracking.updated                        | /type enum",
        "post  | tracking.updated                        | /data/trackingCode required",
        "stock | fulfillment.updated                     | /data/fulfillmentId required",
        "pay   | authorization.updated                   | /data/amount required",
        "post  | shipment.void.updated                   | /data/bookingId required",
        "stock | [1]                                     |  type",
      })
  void isRefusedWithItsFaults(String partner, String what, String fault) {
    String body = what.contains("{") || what.contains("[") ? what : told(what, "{}");
    Reply reply = bench.send(signed(partner, body, NOON, "m"));
    assertThat(reply.problem()).startsWith("4");
    assertThat(reply.faults()).anyMatch(it -> it.strip().equals(fault.strip()));
    assertThat(bench.callbacks).isEmpty();
  }

  @Test
  void unknownWordsOfAPartnerAreFaultsAndItsProseIsNot() {
    Reply reply = bench.send(signed("stock", fulfillment("\"LOST\""), NOON, "m"));
    assertThat(reply.faults()).containsExactly("/data/status enum");
    String prose = PACKED.replace("two lines", "two\\nlines\\u0000" + "x".repeat(900));
    assertThat(bench.send(signed("stock", prose, NOON, "m")).status()).isEqualTo(202);
    Update.FulfillmentUpdated update =
        (Update.FulfillmentUpdated) bench.callbacks.getFirst().update();
    assertThat(update.fulfillment().reason()).startsWith("two lines x").hasSize(500);
  }

  private void unsigned(HttpRequest request) {
    assertThat(bench.send(request).problem()).isEqualTo("401 signature-invalid");
  }

  private static String fulfillment(String status) {
    return told(
        "fulfillment.updated",
        "{\"fulfillmentId\":\"ful-1\",\"status\":%s,\"reason\":\"two lines\"}".formatted(status));
  }

  private static String told(String type, String inner) {
    return "{\"type\":\"%s\",\"occurredAt\":\"2026-11-23T11:59:00Z\",\"data\":%s}"
        .formatted(type, inner);
  }

  private static HttpRequest signed(String partner, String body, long at, String id) {
    return request(partner, body, at, id, signature(body, at, id));
  }

  private static HttpRequest signed(String partner, String body, String signature) {
    return request(partner, body, NOON, "m", signature);
  }

  private static HttpRequest request(
      String partner, String body, long at, String id, String signature) {
    return Bench.posting("/v1/callbacks/" + partner, body)
        .addHeader(RawHeader.create("webhook-id", id))
        .addHeader(RawHeader.create("webhook-timestamp", Long.toString(at)))
        .addHeader(RawHeader.create("webhook-signature", signature));
  }

  private static String signature(String body, long at, String id) {
    try {
      return new Webhook(Bench.SECRET).sign(id, at, body);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
