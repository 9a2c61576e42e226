package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.flow.Step;
import dev.crossdock.order.OrderState;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.OrderId;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order is shown with what has been done, what it waits for, and why. */
class ShowOrderTest {
  private final Bench bench = new Bench();
  private OrderId id = new OrderId("default", "none");

  @BeforeEach
  void place() {
    JsonNode placed = bench.post("/v1/orders", AnyBody.order()).json();
    id = new OrderId("default", placed.get("id").asText());
  }

  @Test
  void whatTheStateImpliesToBeOnItsWayIsRunning() {
    JsonNode order = shown();
    assertThat(states(order))
        .containsExactly(
            "validate-address RUNNING 1",
            "check-customer RUNNING 1",
            "check-fraud PENDING 0",
            "reserve-inventory RUNNING 1",
            "authorize-payment PENDING 0");
    assertThat(order.at("/waitingFor")).hasSize(3);
    assertThat(order.at("/waitingFor/2/partner").asText()).isEqualTo("shelf");
    assertThat(order.at("/waitingFor/2/expectedBy").asText()).isEqualTo("2026-11-23T12:00:03Z");
    assertThat(order.at("/progress/percent").asInt()).isZero();
  }

  @Test
  void whatHasBeenDoneIsShown() {
    bench.orders.answer(id, Step.CHECK_CUSTOMER, SomeAnswers.approved());
    bench.orders.answer(id, Step.VALIDATE_ADDRESS, SomeAnswers.validAddress());
    JsonNode order = shown();
    assertThat(order.get("status").asText()).isEqualTo("VALIDATING");
    assertThat(states(order)).contains("check-customer SUCCEEDED 1", "check-fraud RUNNING 1");
    assertThat(order.at("/steps/1/partner").asText()).isEqualTo("customer");
    assertThat(order.at("/steps/1/endedAt").asText()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(order.at("/progress/percent").asInt()).isEqualTo(20);
  }

  @Test
  void aStepThatIsTriedAgainSaysWhy() {
    bench.orders.end(id, Step.CHECK_CUSTOMER, SomeAnswers.notConnected());
    bench.orders.end(id, Step.RESERVE_INVENTORY, SomeAnswers.timedOut());
    JsonNode order = shown();
    assertThat(states(order))
        .contains("check-customer RETRY_WAIT 1", "reserve-inventory IN_DOUBT 1");
    assertThat(order.at("/waitingFor/1/reason").asText())
        .isEqualTo("the partner did not answer and is asked again: connection refused");
    assertThat(order.at("/waitingFor/1/expectedBy").asText()).startsWith("2026-11-23T12:00:0");
  }

  @Test
  void aConfirmedOrderShowsItsShipmentsAndQuantities() {
    bench.orders.confirm(id);
    JsonNode order = shown();
    assertThat(order.get("status").asText()).isEqualTo("CONFIRMED");
    assertThat(order.get("paymentStatus").asText()).isEqualTo("AUTHORIZED");
    assertThat(order.at("/shipments/0/id").asText())
        .isEqualTo(id.value().replace("ord_", "shp_") + "-1");
    assertThat(order.at("/lines/0/quantities/allocated").asInt()).isEqualTo(2);
    assertThat(states(order)).contains("notify RUNNING 1");
    assertThat(order.at("/progress/percent").asInt()).isEqualTo(50);
  }

  @Test
  void whatIsBeingGivenBackIsDebt() {
    bench.orders.confirm(id);
    cancel();
    JsonNode order = shown();
    assertThat(order.get("status").asText()).isEqualTo("CANCELLING");
    assertThat(order.at("/statusReason/code").asText()).isEqualTo("cancelled");
    assertThat(order.at("/statusReason/by").asText()).isEqualTo("merchant");
    assertThat(states(order)).noneMatch(step -> step.startsWith("authorize-payment RUNNING"));
  }

  @Test
  void debtIsToldWithItsPartnerAndReference() {
    bench.orders.answer(
        id, Step.RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)));
    cancel();
    JsonNode debt = shown().at("/compensationDebt/0");
    assertThat(debt.get("state").asText()).isEqualTo("RELEASING");
    assertThat(debt.get("ref").asText()).isEqualTo("res-1");
    assertThat(debt.get("kind").asText()).isEqualTo("RESERVATION");
  }

  @Test
  void aHoldIsShownWithWhatItBlocks() {
    bench.orders.answer(
        id,
        Step.CHECK_CUSTOMER,
        new Answer.CustomerChecked(Answer.CustomerVerdict.REVIEW, "large order"));
    JsonNode hold = shown().at("/holds/0");
    assertThat(hold.get("reason").asText()).isEqualTo("CREDIT_REVIEW");
    assertThat(hold.get("note").asText()).isEqualTo("large order");
    assertThat(hold.at("/blocks/0").asText()).isEqualTo("ALL");
  }

  @Test
  void aStepThatFailedIsTheReason() {
    bench.orders.answer(
        id,
        Step.VALIDATE_ADDRESS,
        new Answer.AddressChecked(Answer.AddressVerdict.INVALID, null, List.of("no such street")));
    JsonNode order = shown();
    assertThat(order.get("status").asText()).isEqualTo("ACTION_REQUIRED");
    assertThat(order.at("/statusReason/code").asText()).isEqualTo("step-failed");
    assertThat(order.at("/statusReason/detail").asText()).contains("validate-address");
  }

  @Test
  void aVersionThatTheClientHasIsNotSentAgain() {
    assertThat(asking("\"1\"").status()).isEqualTo(304);
    assertThat(asking("\"1\"").header("ETag")).isEqualTo("\"1\"");
    assertThat(asking("W/\"7\", \"1\"").status()).isEqualTo(304);
    assertThat(asking("*").status()).isEqualTo(304);
    assertThat(asking("\"11\"").status()).isEqualTo(200);
    bench.orders.answer(id, Step.CHECK_CUSTOMER, SomeAnswers.approved());
    assertThat(asking("\"1\"").status()).isEqualTo(200);
  }

  @Test
  void aQuarantinedOrderShowsWhatIsKnown() {
    bench.orders.quarantine(
        id, new OrderState.Quarantined("a hole behind 3", bench.orders.order(id)));
    JsonNode order = shown();
    assertThat(order.get("status").asText()).isEqualTo("QUARANTINED");
    assertThat(order.at("/statusReason/detail").asText()).isEqualTo("a hole behind 3");
    assertThat(order.get("reference").asText()).isEqualTo("PO-10045");
    bench.orders.quarantine(id, new OrderState.Quarantined("cannot be read", null));
    assertThat(shown().has("reference")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ord_unknown", "nonsense", "ord_%00", "ord_..", "shp_1-1"})
  void whatIsNotThereIsNotFound(String unknown) {
    assertThat(bench.get("/v1/orders/" + unknown).problem()).isEqualTo("404 order-not-found");
  }

  private JsonNode shown() {
    Reply reply = bench.get("/v1/orders/" + id.value());
    assertThat(reply.header("ETag")).isEqualTo("\"" + reply.json().get("version").asText() + "\"");
    return reply.json();
  }

  private Reply asking(String tag) {
    return bench.send(
        HttpRequest.GET("/v1/orders/" + id.value())
            .addHeader(RawHeader.create("If-None-Match", tag)));
  }

  private void cancel() {
    bench.post("/v1/orders/" + id.value() + "/cancellation", "{\"reason\":\"changed my mind\"}");
  }

  private static List<String> states(JsonNode order) {
    List<String> states = new ArrayList<>();
    for (JsonNode step : order.get("steps")) {
      states.add(
          step.get("step").asText()
              + " "
              + step.get("state").asText()
              + " "
              + step.get("attempts").asText());
    }
    return states;
  }
}
