package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.Unavailable;
import dev.crossdock.view.ListPlace;
import dev.crossdock.view.OrderPage;
import dev.crossdock.view.OrderQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of orders are asked for in words that are understood or refused, all at once. */
class SearchTest {
  private static final String ITEM =
      "{\"id\":\"ord_1\",\"version\":3,\"status\":\"CONFIRMED\",\"reference\":\"PO-1\","
          + "\"createdAt\":\"2026-11-23T11:00:00Z\",\"updatedAt\":\"2026-11-23T11:00:01Z\","
          + "\"customer\":{\"id\":\"c\"},\"total\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},"
          + "\"paymentStatus\":\"AUTHORIZED\",\"holds\":[{\"reason\":\"OTHER\"}],"
          + "\"shipments\":[{\"id\":\"shp_1-1\",\"status\":\"BOOKED\"}],"
          + "\"waitingFor\":[{\"step\":\"track\",\"partner\":\"post\"}]}";

  private final Bench bench = new Bench();

  @Test
  void everyFilterIsUnderstood() {
    bench.get(
        "/v1/orders?status=CONFIRMED,SHIPPED&reference=PO%201&customerId=c&hold=OTHER&step=track"
            + "&partner=post&createdAfter=2026-11-23T10:00:00%2B01:00"
            + "&createdBefore=2026-11-23T12:00:00Z&limit=7");
    OrderQuery asked = bench.views.asked.getFirst();
    assertThat(asked.merchant()).isEqualTo("default");
    assertThat(asked.limit()).isEqualTo(7);
    assertThat(asked.behind()).isNull();
    assertThat(asked.filter().statuses())
        .containsExactlyInAnyOrder(OrderStatus.CONFIRMED, OrderStatus.SHIPPED);
    assertThat(asked.filter().reference()).isEqualTo("PO 1");
    assertThat(asked.filter().hold()).isEqualTo("OTHER");
    assertThat(asked.filter().step()).isEqualTo("track");
    assertThat(asked.filter().partner()).isEqualTo("post");
    assertThat(asked.filter().createdFrom()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
    assertThat(asked.filter().createdBefore()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
  }

  @Test
  void aCursorGoesOnWhereThePageEnded() {
    ListPlace place = new ListPlace(5, "ord_1");
    bench.views.page = new OrderPage(List.of(ITEM), Optional.of(place));
    Reply first = bench.get("/v1/orders?status=CONFIRMED");
    assertThat(first.json().at("/items/0/id").asText()).isEqualTo("ord_1");
    assertThat(first.json().get("asOf").asText()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(first.json().get("lagMillis").asInt()).isEqualTo(120);
    String cursor = first.json().get("nextCursor").asText();
    bench.views.page = new OrderPage(List.of(), Optional.empty());
    Reply last = bench.get("/v1/orders?status=CONFIRMED&limit=200&cursor=" + cursor);
    assertThat(bench.views.asked.getLast().behind()).isEqualTo(place);
    assertThat(last.json().get("nextCursor").isNull()).isTrue();
    assertThat(bench.get("/v1/orders?status=SHIPPED&cursor=" + cursor).problem())
        .isEqualTo("400 invalid-cursor");
    assertThat(bench.get("/v1/orders?status=CONFIRMED&cursor=x" + cursor).problem())
        .isEqualTo("400 invalid-cursor");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Reply reply =
        bench.get(
            "/v1/orders?status=CONFIRMED,NONE&hold=x&step=y&createdAfter=yesterday"
                + "&createdBefore=2026-02-30T00:00:00Z&limit=201&reference=");
    assertThat(reply.problem()).isEqualTo("400 invalid-parameter");
    assertThat(reply.faults())
        .containsExactlyInAnyOrder(
            "/status enum",
            "/hold enum",
            "/step enum",
            "/createdAfter date-time",
            "/createdBefore date-time",
            "/limit maximum",
            "/reference blank");
    assertThat(bench.views.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=-1", "limit=x", "what=1", "status=", "status=A,,B"})
  void nonsenseIsRefused(String query) {
    assertThat(bench.get("/v1/orders?" + query).problem()).isEqualTo("400 invalid-parameter");
  }

  @Test
  void aReadSideThatDoesNotAnswerIsNoBug() {
    bench.views.failure = Optional.of(new Unavailable("away", new RuntimeException()));
    assertThat(bench.get("/v1/orders").problem()).isEqualTo("503 unavailable");
  }

  @Test
  void statisticsHaveEveryStatus() {
    Reply reply = bench.get("/v1/stats");
    assertThat(reply.json().get("orders")).hasSize(OrderStatus.values().length);
    assertThat(reply.json().at("/orders/CONFIRMED").asInt()).isEqualTo(3);
    assertThat(reply.json().at("/orders/FAILED").asInt()).isZero();
    assertThat(reply.json().at("/timeToConfirmation/p90Millis").asInt()).isEqualTo(900);
  }
}
