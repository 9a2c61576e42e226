package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the partners tell by callback, how it is signed, and that it is told until it is taken. */
class CallbacksTest {

  private static Bench bench(Mailbox mailbox) {
    return Bench.start(Bench.settings(Bench.QUICK).withCallbacks(mailbox.url(), Mailbox.SECRET));
  }

  @Test
  void tellsEveryStepOfAFulfillmentAndEveryScan() throws Exception {
    try (Mailbox mailbox = Mailbox.open();
        Bench bench = bench(mailbox)) {
      String code = book(bench, "Helsinki", "00100").text("trackingCode");
      bench.change(
          "warehouse", "/v1/fulfillments", "f1", Bodies.fulfillment("ord_1", "shp_1", "MUG", code));
      await().untilAsserted(() -> assertThat(mailbox.letters()).hasSize(9));
      assertThat(statuses(mailbox.ofType("fulfillment.updated"), "/data/status"))
          .containsExactlyInAnyOrder("ACCEPTED", "PICKED", "PACKED", "SHIPPED");
      assertThat(statuses(mailbox.ofType("tracking.updated"), "/data/events/0/status"))
          .containsExactlyInAnyOrder(
              "PRE_TRANSIT", "PICKED_UP", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED");
      mailbox.letters().forEach(CallbacksTest::assertSound);
    }
  }

  private static void assertSound(Mailbox.Letter letter) {
    JsonNode body = letter.body();
    PartnerApi.assertIsA("Callback", body);
    if (body.path("type").asText().equals("tracking.updated")) {
      assertThat(letter.path()).isEqualTo("/v1/callbacks/carrier-a");
      body.at("/data/events").forEach(event -> PartnerApi.assertIsA("TrackingEvent", event));
    } else {
      assertThat(letter.path()).isEqualTo("/v1/callbacks/warehouse");
      PartnerApi.assertIsA("Fulfillment", body.path("data"));
    }
  }

  @Test
  void signsSoThatTheLibraryVerifiesItAndNothingElse() throws Exception {
    try (Mailbox mailbox = Mailbox.open();
        Bench bench = bench(mailbox)) {
      authorize(bench, "tok_pending");
      await().until(() -> !mailbox.letters().isEmpty());
      Mailbox.Letter letter = mailbox.letters().getFirst();
      assertThat(letter.id()).startsWith("msg_");
      letter.verify();
      var forged = new Mailbox.Letter(letter.path(), letter.headers(), letter.text() + " ");
      assertThatThrownBy(forged::verify).hasMessageContaining("signature");
    }
  }

  @Test
  void tellsTheVerdictOnAPendingAuthorization() throws Exception {
    try (Mailbox mailbox = Mailbox.open();
        Bench bench = bench(mailbox)) {
      String id = authorize(bench, "tok_pending_declined").text("authorizationId");
      await().until(() -> !mailbox.letters().isEmpty());
      JsonNode told = mailbox.ofType("authorization.updated").getFirst().path("data");
      PartnerApi.assertIsA("Authorization", told);
      assertThat(told.path("authorizationId").asText()).isEqualTo(id);
      assertThat(told.path("status").asText()).isEqualTo("DECLINED");
    }
  }

  @Test
  void tellsTheVerdictOnAVoidedBooking() throws Exception {
    try (Mailbox mailbox = Mailbox.open();
        Bench bench = bench(mailbox)) {
      String id = book(bench, "Helsinki", "77778").text("bookingId");
      bench.change("carrier-a", "/v1/shipments/" + id + "/void", "v1", "");
      await().until(() -> !mailbox.letters().isEmpty());
      JsonNode told = mailbox.ofType("shipment.void.updated").getFirst().path("data");
      assertThat(told.path("bookingId").asText()).isEqualTo(id);
      assertThat(told.path("status").asText()).isEqualTo("REJECTED");
    }
  }

  @Test
  void triesAgainWithTheSameIdUntilItIsTaken() throws Exception {
    try (Mailbox mailbox = Mailbox.open(503);
        Bench bench = bench(mailbox)) {
      authorize(bench, "tok_pending");
      await().untilAsserted(() -> assertThat(mailbox.letters()).hasSize(2));
      for (Mailbox.Letter letter : mailbox.letters()) {
        letter.verify();
      }
      assertThat(mailbox.letters().stream().map(Mailbox.Letter::id).distinct()).hasSize(1);
      await().until(() -> waiting(bench).equals("[]"));
    }
  }

  @Test
  void takesAFinalNoForAnAnswer() throws Exception {
    try (Mailbox mailbox = Mailbox.open(422);
        Bench bench = bench(mailbox)) {
      authorize(bench, "tok_pending");
      await().until(() -> mailbox.letters().size() == 1 && waiting(bench).equals("[]"));
    }
  }

  @Test
  void canBeToldLaterWhereToSend() throws Exception {
    try (Mailbox mailbox = Mailbox.open();
        Bench bench =
            Bench.start(Bench.settings(Bench.QUICK).withCallbacks(null, Mailbox.SECRET))) {
      authorize(bench, "tok_pending");
      await().until(() -> !waiting(bench).equals("[]"));
      String where = Json.write(Json.object().put("baseUrl", mailbox.url()));
      assertThat(bench.control("PUT", "/callbacks", where).statusCode()).isEqualTo(200);
      await().untilAsserted(() -> assertThat(mailbox.letters()).hasSize(1));
    }
  }

  @Test
  void sendsNothingUnsigned() throws Exception {
    try (Bench bench = Bench.start(Bench.settings(Bench.QUICK))) {
      assertThat(bench.control("PUT", "/callbacks", "{\"baseUrl\":\"http://x\"}").statusCode())
          .isEqualTo(409);
    }
  }

  private static String waiting(Bench bench) throws Exception {
    return bench.control("GET", "/callbacks", "").body();
  }

  private static List<String> statuses(List<JsonNode> callbacks, String pointer) {
    return callbacks.stream().map(body -> body.at(pointer).asText()).toList();
  }

  private static Bench.Answer authorize(Bench bench, String token) throws Exception {
    return bench.change(
        "payment", "/v1/authorizations", "a1", Bodies.authorization("ord_1", token, "5.00"));
  }

  private static Bench.Answer book(Bench bench, String city, String postalCode) throws Exception {
    return bench.change(
        "carrier-a",
        "/v1/shipments",
        "b1",
        Bodies.booking(
            "ord_1",
            "shp_1",
            "rate_carrier-a_standard_shp_1",
            Bodies.address(city, postalCode, "FI")));
  }
}
