package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Step;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.OrderId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cancellation is answered by what came of it, as the table of the domain has it. */
class CancelOrderTest {
  private final Bench bench = new Bench();
  private OrderId id = new OrderId("default", "none");

  @BeforeEach
  void place() {
    id =
        new OrderId("default", bench.post("/v1/orders", AnyBody.order()).json().get("id").asText());
  }

  @Test
  void isTakenAndTheSameAgain() {
    bench.orders.answer(
        id, Step.RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)));
    Reply first = cancel();
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.json().get("status").asText()).isEqualTo("CANCELLING");
    Reply again = cancel();
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(bench.orders.told()).contains(new OrderCommand.Cancel("too slow", "merchant"));
  }

  @Test
  void comesTooLateForWhatIsPacked() {
    bench.orders.confirm(id);
    bench.orders.tell(id, new OrderCommand.ShipmentTells(summary(ShipmentStatus.PACKED)));
    assertThat(cancel().problem()).isEqualTo("409 point-of-no-return");
  }

  @Test
  void comesTooLateForWhatIsOver() {
    bench.orders.confirm(id);
    bench.orders.tell(id, new OrderCommand.ShipmentTells(summary(ShipmentStatus.DELIVERED)));
    assertThat(cancel().problem()).isEqualTo("409 order-already-terminal");
  }

  @Test
  void changesNothingOfWhatIsQuarantined() {
    bench.orders.quarantine(id, new OrderState.Quarantined("a hole", null));
    assertThat(cancel().problem()).isEqualTo("409 order-quarantined");
  }

  @Test
  void ofAnOrderThatIsNotThereIsNotFound() {
    assertThat(bench.post("/v1/orders/ord_2/cancellation", "{\"reason\":\"x\"}").problem())
        .isEqualTo("404 order-not-found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                          | 422 validation-failed | /reason required",
        "{\"reason\":null}           | 422 validation-failed | /reason required",
        "{\"reason\":\" \"}          | 422 validation-failed | /reason blank",
        "{\"reason\":7}              | 400 invalid-request   | /reason type",
        "{\"reason\":\"x\",\"a\":1}  | 400 unknown-field     | /a unknown-field",
      })
  void needsAReason(String body, String problem, String fault) {
    Reply reply = bench.post("/v1/orders/" + id.value() + "/cancellation", body);
    assertThat(reply.problem()).isEqualTo(problem);
    assertThat(reply.faults()).containsExactly(fault);
    assertThat(bench.orders.told()).noneMatch(OrderCommand.Cancel.class::isInstance);
  }

  private Reply cancel() {
    return bench.post("/v1/orders/" + id.value() + "/cancellation", "{\"reason\":\"too slow\"}");
  }

  private ShipmentSummary summary(ShipmentStatus status) {
    ShipmentSummary known = bench.orders.order(id).consignments().getFirst().summary();
    return new ShipmentSummary(
        known.id(),
        known.version() + 1,
        status,
        "post",
        "ground",
        "TRK1",
        null,
        known.trackingStatus(),
        null,
        Money.of("0", "EUR"),
        Map.of(),
        null);
  }
}
