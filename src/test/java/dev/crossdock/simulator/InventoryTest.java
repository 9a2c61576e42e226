package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How stock is reserved, found again and released. */
class InventoryTest {

  private static final String PATH = "/v1/reservations";
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
  void allocatesEveryLineAtItsSite() throws Exception {
    var answer = reserve("k1", Bodies.line("1", "MUG", 2), Bodies.line("2", "SPLIT-LAMP", 1));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("status")).isEqualTo("RESERVED");
    assertThat(answer.body().at("/allocations/0/location/code").asText()).isEqualTo("HEL-1");
    assertThat(answer.body().at("/allocations/0/quantity").asInt()).isEqualTo(2);
    assertThat(answer.body().at("/allocations/1/location/code").asText()).isEqualTo("TLL-1");
    assertThat(answer.body().path("backordered")).isEmpty();
  }

  @Test
  void promisesTheRestOfABackorderedLine() throws Exception {
    var answer = reserve("k2", Bodies.line("1", "BACKORDER-SOFA", 3));
    assertThat(answer.body().at("/allocations/0/quantity").asInt()).isEqualTo(1);
    assertThat(answer.body().at("/backordered/0/quantity").asInt()).isEqualTo(2);
  }

  @Test
  void refusesWhatIsOutOfStockTheSameWayAgain() throws Exception {
    var first = reserve("k3", Bodies.line("1", "OUT-OF-STOCK", 1));
    assertThat(first.status()).isEqualTo(409);
    assertThat(first.text("type")).isEqualTo("out-of-stock");
    assertThat(reserve("k3", Bodies.line("1", "OUT-OF-STOCK", 1))).isEqualTo(first);
    assertThat(bench.find("inventory", PATH, "k3")).isEmpty();
  }

  @Test
  void isFoundByItsKeyAlone() throws Exception {
    var answer = reserve("k4", Bodies.line("1", "MUG", 1));
    assertThat(bench.find("inventory", PATH, "k4")).containsExactly(answer.body());
    assertThat(bench.find("inventory", PATH, "other")).isEmpty();
    assertThat(bench.get("inventory", PATH).status()).isEqualTo(400);
  }

  @Test
  void releasesOnceHoweverOftenItIsAsked() throws Exception {
    String release =
        PATH + "/" + reserve("k5", Bodies.line("1", "MUG", 1)).text("reservationId") + "/release";
    assertThat(bench.change("inventory", release, "k5-a", "").text("status")).isEqualTo("RELEASED");
    assertThat(bench.change("inventory", release, "k5-b", "").text("status")).isEqualTo("RELEASED");
    assertThat(bench.find("inventory", PATH, "k5").at("/0/status").asText()).isEqualTo("RELEASED");
  }

  @Test
  void knowsNoReservationThatItDidNotMake() throws Exception {
    assertThat(bench.change("inventory", PATH + "/res_none/release", "k6", "").status())
        .isEqualTo(404);
  }

  @Test
  void letsAReservationExpire() throws Exception {
    reserve("k7", Bodies.line("1", "EXPIRES-MILK", 1));
    await()
        .untilAsserted(
            () ->
                assertThat(bench.find("inventory", PATH, "k7").at("/0/status").asText())
                    .isEqualTo("EXPIRED"));
  }

  @Test
  void refusesALineWithoutAQuantity() throws Exception {
    assertThat(reserve("k8", Bodies.line("1", "MUG", 0)).status()).isEqualTo(400);
    assertThat(reserve("k8").status()).isEqualTo(400);
  }

  private static Bench.Answer reserve(String key, String... lines) throws Exception {
    return bench.change("inventory", PATH, key, Bodies.reservation("ord_1", lines));
  }
}
