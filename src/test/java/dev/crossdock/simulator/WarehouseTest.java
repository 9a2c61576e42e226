package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the warehouse goes on by itself, and what becomes of a cancellation. */
class WarehouseTest {

  private static final String PATH = "/v1/fulfillments";
  private static Bench quick;
  private static Bench still;

  @BeforeAll
  static void start() {
    quick = Bench.start(Bench.settings(Bench.QUICK));
    still = Bench.start(Bench.settings(Bench.NEVER));
  }

  @AfterAll
  static void stop() {
    quick.close();
    still.close();
  }

  @Test
  void isSubmittedFirstAndFoundByItsKey() throws Exception {
    var answer = release(still, "f1", "MUG", "none");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("status")).isEqualTo("SUBMITTED");
    assertThat(still.find("warehouse", PATH, "f1")).containsExactly(answer.body());
  }

  @Test
  void shipsAndThenTheCarrierScansUntilItIsDelivered() throws Exception {
    String code = book(quick, "f2");
    release(quick, "f2", "MUG", code);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        quick
                            .get("carrier-a", "/v1/tracking/" + code)
                            .body()
                            .path("events")
                            .findValuesAsText("status"))
                    .containsExactly(
                        "PRE_TRANSIT", "PICKED_UP", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED"));
    assertThat(status(quick, "f2")).isEqualTo("SHIPPED");
  }

  @Test
  void doesNotVoidTheLabelOfWhatWasScanned() throws Exception {
    String code = book(quick, "f3");
    release(quick, "f3", "MUG", code);
    await()
        .untilAsserted(
            () ->
                assertThat(quick.get("carrier-a", "/v1/tracking/" + code).body().path("events"))
                    .isNotEmpty());
    String id = quick.find("carrier-a", "/v1/shipments", "b-f3").at("/0/bookingId").asText();
    assertThat(quick.change("carrier-a", "/v1/shipments/" + id + "/void", "f3-v", "").status())
        .isEqualTo(409);
  }

  @Test
  void refusesAnArticleThatItDoesNotHandle() throws Exception {
    release(quick, "f4", "WH-REJECT-PIANO", "none");
    await().untilAsserted(() -> assertThat(status(quick, "f4")).isEqualTo("REJECTED"));
  }

  @Test
  void cancelsAtOnceHoweverOftenAsked() throws Exception {
    String id = release(still, "f5", "MUG", "none").text("fulfillmentId");
    assertThat(cancel(still, id, "f5-1").text("status")).isEqualTo("CANCELLED");
    assertThat(cancel(still, id, "f5-2").text("status")).isEqualTo("CANCELLED");
    assertThat(still.simulator().ledger().ofKind(EffectKind.FULFILLMENT).items())
        .filteredOn(item -> item.key().equals("f5"))
        .singleElement()
        .satisfies(item -> assertThat(item.next()).isNull());
  }

  @ParameterizedTest
  @CsvSource({"WH-ASK-VASE, CANCELLED", "WH-KEEP-VASE, CANCELLATION_REJECTED"})
  void decidesLaterOnACancellationWhereTheSkuSaysSo(String sku, String verdict) throws Exception {
    String id = release(still, sku, sku, "none").text("fulfillmentId");
    assertThat(cancel(still, id, sku + "-1").text("status")).isEqualTo("CANCELLATION_REQUESTED");
    assertThat(still.simulator().ledger().items())
        .filteredOn(item -> item.key().equals(sku))
        .singleElement()
        .satisfies(item -> assertThat(item.next()).isEqualTo(verdict));
  }

  @Test
  void goesOnAfterItRefusedToCancel() throws Exception {
    String id = release(quick, "f6", "WH-KEEP-VASE", "none").text("fulfillmentId");
    cancel(quick, id, "f6-1");
    await().untilAsserted(() -> assertThat(status(quick, "f6")).isEqualTo("SHIPPED"));
  }

  @Test
  void doesNotCancelWhatIsPacked() throws Exception {
    String id = release(quick, "f7", "MUG", "none").text("fulfillmentId");
    await().untilAsserted(() -> assertThat(status(quick, "f7")).isIn("PACKED", "SHIPPED"));
    assertThat(cancel(quick, id, "f7-1").status()).isEqualTo(409);
  }

  private static Bench.Answer release(Bench bench, String key, String sku, String code)
      throws Exception {
    return bench.change(
        "warehouse", PATH, key, Bodies.fulfillment("ord_" + key, "shp_" + key, sku, code));
  }

  private static Bench.Answer cancel(Bench bench, String id, String key) throws Exception {
    return bench.change("warehouse", PATH + "/" + id + "/cancel", key, "");
  }

  private static String status(Bench bench, String key) throws Exception {
    return bench.find("warehouse", PATH, key).at("/0/status").asText();
  }

  private static String book(Bench bench, String key) throws Exception {
    String shipmentId = "shp_" + key;
    return bench
        .change(
            "carrier-a",
            "/v1/shipments",
            "b-" + key,
            Bodies.booking(
                "ord_" + key,
                shipmentId,
                "rate_carrier-a_standard_" + shipmentId,
                Bodies.helsinki()))
        .text("trackingCode");
  }
}
