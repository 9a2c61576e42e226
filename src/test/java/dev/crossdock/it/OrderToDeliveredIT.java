package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.simulator.EffectKind;
import dev.crossdock.simulator.FaultKind;
import dev.crossdock.simulator.FaultRule;
import dev.crossdock.simulator.Latency;
import dev.crossdock.simulator.LedgerEntry;
import dev.crossdock.simulator.Pace;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That an order that goes in over HTTP comes out delivered, on PostgreSQL. */
class OrderToDeliveredIT {
  private static final Logger LOG = LoggerFactory.getLogger(OrderToDeliveredIT.class);
  private static final long LATENCY_MILLIS = 100;
  private static final Duration REACHED_MAX = Duration.ofSeconds(40);

  private static Postgres postgres;
  private static PretendPartners partners;
  private static Program program;
  private static Client client;

  @BeforeAll
  static void start() {
    postgres = Postgres.start();
    partners =
        PretendPartners.start(new Latency(LATENCY_MILLIS, 0), Pace.ofMillis(50, 50, 50), List.of());
    program =
        Program.serve(
            "delivered",
            ConfigFile.write("delivered", postgres.freshJournal(), partners.settings()));
    client = new Client(program.url());
    partners.callBack(program.url());
  }

  @AfterAll
  static void end() {
    client.close();
    program.close();
    partners.close();
    postgres.close();
  }

  @Test
  void anOrderIsDelivered() {
    Client.Answer placed = client.place("one", Wanted.lamps("PO-1"));
    assertThat(placed.status()).isEqualTo(201);
    String id = placed.text("id");
    assertThat(placed.headers().firstValue("Location")).hasValue("/v1/orders/" + id);
    List<SentEvent> events = client.follow(id);
    assertThat(events.getLast().status()).isEqualTo("DELIVERED");
    assertThat(ids(events)).isEqualTo(counted(1, events.size()));
    awaitCapture(id);
    assertEverythingWasDoneOnce(id);
    JsonNode order = client.order(id).body();
    assertThat(order.path("status").asText()).isEqualTo("DELIVERED");
    assertShipmentIsReadable(order.path("shipments").path(0).path("id").asText(), id);
  }

  /** The carrier may tell that it has delivered before the capture is done. */
  private static void awaitCapture(String id) {
    await()
        .atMost(REACHED_MAX)
        .until(() -> client.order(id).text("paymentStatus").equals("CAPTURED"));
  }

  private static void assertEverythingWasDoneOnce(String id) {
    for (EffectKind kind :
        List.of(
            EffectKind.RESERVATION,
            EffectKind.AUTHORIZATION,
            EffectKind.CAPTURE,
            EffectKind.BOOKING,
            EffectKind.FULFILLMENT)) {
      assertThat(partners.ledger().forOrder(id).ofKind(kind).items()).hasSize(1);
    }
    LedgerEntry capture = partners.ledger().forOrder(id).ofKind(EffectKind.CAPTURE).items().get(0);
    assertThat(capture.amount()).isEqualByComparingTo("44.70");
  }

  private static void assertShipmentIsReadable(String shipmentId, String orderId) {
    Client.Answer shipment = client.get("/v1/shipments/" + shipmentId);
    assertThat(shipment.status()).isEqualTo(200);
    assertThat(shipment.text("orderId")).isEqualTo(orderId);
    assertThat(shipment.text("status")).isEqualTo("DELIVERED");
  }

  @Test
  void theSameKeyGivesTheSameOrder() {
    String body = Wanted.lamps("PO-2");
    Client.Answer first = client.place("two", body);
    Client.Answer second = client.place("two", body);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text("id")).isEqualTo(first.text("id"));
    assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(client.place("two", Wanted.lamps("PO-other")).status()).isEqualTo(422);
  }

  @Test
  void aStreamThatWasCutGoesOnWithExactlyTheRest() {
    String id = client.place("three", Wanted.lamps("PO-3")).text("id");
    List<SentEvent> begun = client.follow(id, 4);
    assertThat(ids(begun)).isEqualTo(counted(1, 4));
    List<SentEvent> rest = client.follow(id, "4");
    assertThat(ids(rest)).isEqualTo(counted(5, rest.size()));
    assertThat(rest.getLast().status()).isEqualTo("DELIVERED");
    assertThat(events(client.follow(id)).subList(0, 4))
        .as("the estimates beside them are of when they are told")
        .isEqualTo(events(begun));
  }

  private static List<JsonNode> events(List<SentEvent> told) {
    return told.stream().map(it -> it.data().path("event")).toList();
  }

  @Test
  void twoLocationsMakeTwoShipments() {
    String id = client.place("four", Wanted.lampsAndChair("PO-4")).text("id");
    assertThat(client.follow(id).getLast().status()).isEqualTo("DELIVERED");
    JsonNode order = client.order(id).body();
    assertThat(order.path("shipments")).hasSize(2);
    assertThat(order.path("shipments").findValuesAsText("trackingStatus"))
        .containsOnly("DELIVERED");
    awaitCapture(id);
    List<LedgerEntry> captures = partners.ledger().forOrder(id).ofKind(EffectKind.CAPTURE).items();
    assertThat(captures).hasSize(2);
    assertThat(captures.stream().map(LedgerEntry::amount).reduce((a, b) -> a.add(b)))
        .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("124.70"));
  }

  /** The carriers hold the order up, so that it is not released before it is cancelled. */
  @Test
  void anOrderCancelledBeforeItsReleaseLeavesNothingHeld() {
    partners.goWrong(
        List.of(
            FaultRule.always("carrier-a", "bookShipment", FaultKind.LATENCY).withMillis(2000),
            FaultRule.always("carrier-b", "bookShipment", FaultKind.LATENCY).withMillis(2000)));
    try {
      String id = client.place("five", Wanted.lamps("PO-5")).text("id");
      await().atMost(REACHED_MAX).until(() -> client.order(id).text("status").equals("CONFIRMED"));
      assertThat(partners.ledger().forOrder(id).held().items()).isNotEmpty();
      assertThat(client.cancel(id).status()).isEqualTo(202);
      assertThat(client.follow(id).getLast().status()).isEqualTo("CANCELLED");
      assertThat(partners.ledger().forOrder(id).held().items()).isEmpty();
      assertThat(partners.ledger().forOrder(id).ofKind(EffectKind.FULFILLMENT).items()).isEmpty();
    } finally {
      partners.goWrong(List.of());
    }
  }

  @Test
  void theDemoShowsAnOrderUntilItIsDelivered() {
    try (Program demo = Program.start("demo", "demo", "--url", program.url())) {
      assertThat(demo.exitCode()).isZero();
      assertThat(demo.said()).contains("CONFIRMED", "DELIVERED");
    }
  }

  /** Only reported: how long it takes on a busy machine says nothing of the program. */
  @Test
  void anOrderTakesItsLongestChainOfAnswers() {
    for (int i = 1; i <= 3; i++) {
      String id = client.place("chain-" + i, Wanted.lamps("PO-C" + i)).text("id");
      List<SentEvent> events = client.follow(id);
      SentEvent confirmed =
          events.stream().filter(it -> it.status().equals("CONFIRMED")).findFirst().orElseThrow();
      LOG.info(
          "order {}: confirmed after {} ms; longest chain of answers {} ms, their sum {} ms",
          i,
          Duration.between(events.getFirst().at(), confirmed.at()).toMillis(),
          3 * LATENCY_MILLIS,
          5 * LATENCY_MILLIS);
      assertThat(events.getLast().status()).isEqualTo("DELIVERED");
    }
  }

  private static List<String> ids(List<SentEvent> events) {
    return events.stream().map(SentEvent::id).toList();
  }

  private static List<String> counted(int from, int many) {
    return IntStream.range(from, from + many).mapToObj(Integer::toString).toList();
  }
}
