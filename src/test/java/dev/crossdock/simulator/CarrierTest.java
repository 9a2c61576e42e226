package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the two carriers quote, book and void. */
class CarrierTest {

  private static final String PATH = "/v1/shipments";
  private static final String STANDARD = "rate_carrier-a_standard_shp_1";
  private static final String EXPRESS = "rate_carrier-b_express_shp_1";
  private static Bench bench;

  @BeforeAll
  static void start() {
    bench = Bench.start(Bench.settings(Bench.QUICK));
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void oneCarrierIsCheapAndSlowTheOtherDearAndFast() throws Exception {
    var cheap = bench.ask("carrier-a", "/v1/rates", Bodies.rates("shp_1", Bodies.helsinki()));
    var fast = bench.ask("carrier-b", "/v1/rates", Bodies.rates("shp_1", Bodies.helsinki()));
    assertThat(cheap.body().at("/rates/1/rateId").asText()).isEqualTo(STANDARD);
    assertThat(cheap.body().at("/rates/1/price/amount").asText()).isEqualTo("6.80");
    assertThat(fast.body().at("/rates/1/rateId").asText()).isEqualTo(EXPRESS);
    assertThat(fast.body().at("/rates/1/estimatedDays").asInt()).isEqualTo(1);
  }

  @Test
  void nobodyCarriesToAntarctica() throws Exception {
    String south = Bodies.address("Base", "0000", "AQ");
    for (String carrier : new String[] {"carrier-a", "carrier-b"}) {
      assertThat(bench.ask(carrier, "/v1/rates", Bodies.rates("shp_1", south)).body().path("rates"))
          .isEmpty();
    }
  }

  @Test
  void booksWhatItQuotedWithALabelInTheFormatAskedFor() throws Exception {
    var answer = book("carrier-a", "b1", STANDARD, Bodies.helsinki());
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("status")).isEqualTo("BOOKED");
    assertThat(answer.body().at("/label/format").asText()).isEqualTo("ZPL");
    assertThat(bench.find("carrier-a", PATH, "b1")).containsExactly(answer.body());
    assertThat(bench.find("carrier-b", PATH, "b1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "carrier-a, rate_carrier-b_express_shp_1, Helsinki",
    "carrier-a, rate_carrier-a_standard_shp_2, Helsinki",
    "carrier-a, rate_carrier-a_standard_shp_1, Nobook-A",
    "carrier-b, rate_carrier-b_express_shp_1, Nobook-B",
    "carrier-b, rate_carrier-b_express_shp_1, Nobook"
  })
  void refusesARateThatIsNotOnOffer(String carrier, String rateId, String city) throws Exception {
    String to = Bodies.address(city, "00100", "FI");
    assertThat(book(carrier, carrier + rateId + city, rateId, to).status()).isEqualTo(409);
  }

  @Test
  void theOtherCarrierStillBooksWhereOneDoesNot() throws Exception {
    String to = Bodies.address("Nobook-A", "00100", "FI");
    assertThat(book("carrier-b", "b3", EXPRESS, to).status()).isEqualTo(201);
  }

  @Test
  void voidsAtOnceHoweverOftenAsked() throws Exception {
    String id = book("carrier-a", "b4", STANDARD, Bodies.helsinki()).text("bookingId");
    assertThat(end(id, "b4-1").text("status")).isEqualTo("VOIDED");
    assertThat(end(id, "b4-2").text("status")).isEqualTo("VOIDED");
    assertThat(bench.find("carrier-a", PATH, "b4").at("/0/status").asText()).isEqualTo("VOIDED");
  }

  @ParameterizedTest
  @CsvSource({"77777, VOIDED, VOIDED", "77778, REJECTED, BOOKED"})
  void takesTimeForAVoidWhereThePostalCodeSaysSo(String postalCode, String verdict, String status)
      throws Exception {
    String to = Bodies.address("Helsinki", postalCode, "FI");
    String id = book("carrier-a", postalCode, STANDARD, to).text("bookingId");
    assertThat(end(id, postalCode + "-1").text("status")).isEqualTo("SUBMITTED");
    await()
        .untilAsserted(
            () -> assertThat(end(id, Ids.next("again")).text("status")).isEqualTo(verdict));
    assertThat(bench.find("carrier-a", PATH, postalCode).at("/0/status").asText())
        .isEqualTo(status);
  }

  @Test
  void knowsNoTrackingCodeOfTheOtherCarrier() throws Exception {
    String code = book("carrier-a", "b6", STANDARD, Bodies.helsinki()).text("trackingCode");
    assertThat(bench.get("carrier-a", "/v1/tracking/" + code).body().path("events")).isEmpty();
    assertThat(bench.get("carrier-b", "/v1/tracking/" + code).status()).isEqualTo(404);
  }

  private static Bench.Answer book(String carrier, String key, String rateId, String to)
      throws Exception {
    return bench.change(carrier, PATH, key, Bodies.booking("ord_1", "shp_1", rateId, to));
  }

  private static Bench.Answer end(String id, String key) throws Exception {
    return bench.change("carrier-a", PATH + "/" + id + "/void", key, "");
  }
}
