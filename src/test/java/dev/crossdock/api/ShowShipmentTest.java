package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.flow.Call;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.Step;
import dev.crossdock.order.Directive;
import dev.crossdock.order.Hold;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Scan;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentDecider;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentEvolver;
import dev.crossdock.shipment.ShipmentReply;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.OrderId;
import java.util.List;
import java.util.Set;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shipment is shown with its rate, booking and scans, and what it waits for. */
class ShowShipmentTest {
  private final Bench bench = new Bench();
  private ShipmentState state = new ShipmentState.None();
  private long version;
  private String path = "";

  @BeforeEach
  void open() {
    OrderId id =
        new OrderId("default", bench.post("/v1/orders", AnyBody.order()).json().get("id").asText());
    bench.orders.confirm(id);
    ShipmentPlan plan = bench.orders.order(id).consignments().getFirst().plan();
    path = "/v1/shipments/" + plan.id().value();
    tell(new ShipmentCommand.Direct(new Directive(plan, Set.of(), false)));
  }

  @Test
  void isShownFromItsBeginning() {
    JsonNode shipment = shown();
    assertThat(shipment.get("status").asText()).isEqualTo("PLANNED");
    assertThat(shipment.at("/steps/0/state").asText()).isEqualTo("RUNNING");
    assertThat(shipment.at("/waitingFor/0/partner").asText())
        .as("of two carriers neither is named")
        .isEqualTo("carrier");
    assertThat(shipment.has("rate") || shipment.has("booking")).isFalse();
  }

  @Test
  void isShownAsItIsBookedAndScanned() {
    answer(Step.QUOTE_RATES, SomeAnswers.quoted(SomeAnswers.rate("post", "5.00")));
    answer(Step.BOOK_SHIPMENT, SomeAnswers.booked());
    tell(
        new ShipmentCommand.Updated(
            "post",
            new Update.TrackingUpdated(
                "TRK1",
                List.of(
                    new Scan(
                        "s1",
                        TrackingStatus.IN_TRANSIT,
                        Bench.NOON,
                        "left the hub",
                        new Scan.Place("Turku", "FI", "FITKU"),
                        Bench.NOON.plusSeconds(3600),
                        null)))));
    JsonNode shipment = shown();
    assertThat(shipment.at("/rate/price/amount").asText()).isEqualTo("5.00");
    assertThat(shipment.at("/booking/label/format").asText()).isEqualTo("PDF");
    assertThat(shipment.at("/tracking/events/0/location/unLocode").asText()).isEqualTo("FITKU");
    assertThat(shipment.at("/tracking/status").asText()).isEqualTo("IN_TRANSIT");
  }

  @Test
  void saysThatAHoldKeepsItFromBeingBooked() {
    answer(Step.QUOTE_RATES, SomeAnswers.quoted(SomeAnswers.rate("post", "5.00")));
    Shipment shipment = (Shipment) state;
    tell(
        new ShipmentCommand.Direct(new Directive(shipment.plan(), Set.of(Hold.Block.BOOK), false)));
    JsonNode waiting = shown().at("/waitingFor/0");
    assertThat(waiting.get("step").asText()).isEqualTo("book-shipment");
    assertThat(waiting.get("reason").asText()).isEqualTo("a hold keeps it from being begun");
    assertThat(waiting.has("expectedBy")).isFalse();
  }

  @Test
  void ofAVersionThatTheClientHasIsNotSentAgain() {
    String tag = reply().header("ETag");
    HttpRequest again = HttpRequest.GET(path).addHeader(RawHeader.create("If-None-Match", tag));
    assertThat(bench.send(again).status()).isEqualTo(304);
  }

  @Test
  void thatIsQuarantinedShowsWhatIsKnown() {
    state = new ShipmentState.Quarantined("a hole", (Shipment) state);
    assertThat(shown().at("/statusReason/detail").asText()).isEqualTo("a hole");
    state = new ShipmentState.Quarantined("a hole", null);
    assertThat(shown().get("status").asText()).isEqualTo("QUARANTINED");
  }

  @Test
  void thatIsNotThereIsNotFound() {
    assertThat(bench.get("/v1/shipments/shp_1-1").problem()).isEqualTo("404 shipment-not-found");
    assertThat(bench.get("/v1/shipments/ord_1").problem()).isEqualTo("404 shipment-not-found");
  }

  private JsonNode shown() {
    return reply().json();
  }

  private Reply reply() {
    bench.shipment = new ShipmentReply.Now(state, version, false);
    return bench.get(path);
  }

  private void answer(Step step, Answer answer) {
    Call call =
        ((Shipment) state)
            .dueCalls(Bench.NOON, Set.of()).stream()
                .filter(due -> due.id().step() == step)
                .findFirst()
                .orElseThrow();
    tell(
        new ShipmentCommand.Reported(
            new Report(call.id(), "post", new Outcome.Succeeded(answer), 0.5)));
  }

  private void tell(ShipmentCommand command) {
    var decision = ShipmentDecider.decide(state, command, Bench.NOON);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    if (decision instanceof Decision.Accepted<ShipmentEvent, ?>(List<ShipmentEvent> events)) {
      for (ShipmentEvent event : events) {
        state = ShipmentEvolver.evolve(state, event);
        version++;
      }
    }
  }
}
