package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the ledger tells whoever checks that each effect was there once and nothing is left. */
class LedgerTest {

  private static Bench bench;

  @BeforeAll
  static void start() {
    bench = Bench.start(Bench.settings(Bench.NEVER));
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void holdsWhatIsReservedAuthorizedBookedAndReleasedUntilItIsGivenBack() throws Exception {
    String order = "ord_l1";
    String reservation = reserve(order);
    String authorization = authorize(order);
    String booking = book(order, "shp_l1");
    String fulfillment = release(order, "shp_l1");
    assertThat(bench.simulator().ledger().forOrder(order).held().items())
        .extracting(LedgerEntry::ref)
        .containsExactly(reservation, authorization, booking, fulfillment);
    end("inventory", "/v1/reservations/" + reservation + "/release");
    end("payment", "/v1/authorizations/" + authorization + "/void");
    end("carrier-b", "/v1/shipments/" + booking + "/void");
    end("warehouse", "/v1/fulfillments/" + fulfillment + "/cancel");
    assertThat(bench.simulator().ledger().forOrder(order).held().items()).isEmpty();
    assertThat(bench.simulator().ledger().forOrder(order).items()).hasSize(4);
  }

  @Test
  void isToldAsJsonWithCounts() throws Exception {
    String order = "ord_l2";
    String authorization = authorize(order);
    bench.change(
        "payment",
        "/v1/authorizations/" + authorization + "/captures",
        "c-" + order,
        Bodies.capture("4.00"));
    JsonNode ledger = bench.ledger("?orderId=" + order);
    assertThat(ledger.path("items")).hasSize(2);
    assertThat(ledger.at("/items/0/kind").asText()).isEqualTo("AUTHORIZATION");
    assertThat(ledger.at("/items/0/amount").asText()).isEqualTo("10.00");
    assertThat(ledger.at("/items/0/captured").asText()).isEqualTo("4.00");
    assertThat(ledger.at("/items/0/calls").asInt()).isEqualTo(1);
    assertThat(ledger.at("/items/0/effects").asInt()).isEqualTo(1);
    assertThat(ledger.at("/counts/CAPTURE/CAPTURED").asInt()).isEqualTo(1);
    assertThat(bench.ledger("").path("items").size()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void findsABookingThatNamesOnlyTheShipment() throws Exception {
    String rateId = "rate_carrier-b_express_shp_l3";
    bench.change(
        "carrier-b",
        "/v1/shipments",
        "b-l3",
        Bodies.booking("", "shp_l3", rateId, Bodies.helsinki()).replace("\"reference\":\"\",", ""));
    assertThat(bench.simulator().ledger().forOrder("ord_l3").items()).isEmpty();
    release("ord_l3", "shp_l3");
    assertThat(bench.simulator().ledger().forOrder("ord_l3").ofKind(EffectKind.BOOKING).items())
        .hasSize(1);
  }

  @Test
  void theDocumentItIsHeldAgainstIsServed() throws Exception {
    var request = bench.request("openapi.yaml", "").GET();
    assertThat(bench.send(request).body()).startsWith("openapi: 3.0.3").contains("/v1/rates");
  }

  private static String reserve(String order) throws Exception {
    return bench
        .change(
            "inventory",
            "/v1/reservations",
            "r-" + order,
            Bodies.reservation(order, Bodies.line("1", "MUG", 1)))
        .text("reservationId");
  }

  private static String authorize(String order) throws Exception {
    return bench
        .change(
            "payment",
            "/v1/authorizations",
            "a-" + order,
            Bodies.authorization(order, "tok_visa", "10.00"))
        .text("authorizationId");
  }

  private static String book(String order, String shipment) throws Exception {
    return bench
        .change(
            "carrier-b",
            "/v1/shipments",
            "b-" + order,
            Bodies.booking(
                order, shipment, "rate_carrier-b_express_" + shipment, Bodies.helsinki()))
        .text("bookingId");
  }

  private static String release(String order, String shipment) throws Exception {
    return bench
        .change(
            "warehouse",
            "/v1/fulfillments",
            "f-" + order,
            Bodies.fulfillment(order, shipment, "MUG", "none"))
        .text("fulfillmentId");
  }

  private static void end(String partner, String path) throws Exception {
    assertThat(bench.change(partner, path, "end" + path, "").status()).isEqualTo(200);
  }
}
