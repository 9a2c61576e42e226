package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.flow.Step;
import dev.crossdock.order.OrderState;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.OrderId;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.MediaRanges;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.Accept;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order's journal is read a page at a time, or followed without loss or repetition. */
class EventsTest {
  private final Bench bench = new Bench();
  private OrderId id = new OrderId("default", "none");

  @BeforeEach
  void place() {
    id =
        new OrderId("default", bench.post("/v1/orders", AnyBody.order()).json().get("id").asText());
  }

  @Test
  void pagesFollowEachOtherWithoutAHole() {
    bench.orders.confirm(id);
    List<Integer> versions = new ArrayList<>();
    String cursor = "0";
    while (!cursor.equals("null")) {
      JsonNode page = page("?limit=2&after=" + cursor).json();
      assertThat(page.get("items")).hasSizeLessThanOrEqualTo(2);
      page.get("items").forEach(item -> versions.add(item.get("version").asInt()));
      cursor = page.get("nextCursor").asText();
    }
    assertThat(versions).containsExactly(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void anEventIsShownWithItsNameAndTime() {
    JsonNode item = page("").json().at("/items/0");
    assertThat(item.get("type").asText()).isEqualTo("placed");
    assertThat(item.get("occurredAt").asText()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(item.get("data").isObject()).isTrue();
  }

  @Test
  void behindTheLastEventThereIsNothing() {
    JsonNode page = page("?after=1").json();
    assertThat(page.get("items")).isEmpty();
    assertThat(page.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void ofAnOrderThatIsNotThereNothingIsShown() {
    assertThat(bench.get("/v1/orders/ord_none/events").problem()).isEqualTo("404 order-not-found");
    assertThat(bench.send(following("ord_none")).problem()).isEqualTo("404 order-not-found");
  }

  @Test
  void aStreamTellsEverythingAndEnds() {
    reject();
    List<Message> told = Message.all(bench.send(following(id.value())).text());
    assertThat(told).extracting(Message::id).startsWith("1", "2").doesNotHaveDuplicates();
    assertThat(told).extracting(Message::event).startsWith("placed", "stepped");
    JsonNode last = told.getLast().json();
    assertThat(last.at("/order/status").asText()).isEqualTo("REJECTED");
    assertThat(last.at("/order/progress/percent").asInt()).isEqualTo(100);
    assertThat(last.at("/event/version").asText()).isEqualTo(told.getLast().id());
    JsonNode schema = Contract.root().at("/components/schemas/EventAndProgress");
    told.forEach(message -> assertThat(Contract.faults(schema, message.json())).isEmpty());
  }

  @Test
  void aStreamGoesOnWhereItWasCut() {
    reject();
    List<Message> all = Message.all(bench.send(following(id.value())).text());
    HttpRequest resuming = following(id.value()).addHeader(RawHeader.create("Last-Event-ID", "2"));
    assertThat(Message.all(bench.send(resuming).text())).isEqualTo(all.subList(2, all.size()));
  }

  @Test
  void behindTheEndThereIsNoStreamAnyMore() {
    reject();
    String end = bench.get("/v1/orders/" + id.value()).json().get("version").asText();
    HttpRequest resuming = following(id.value()).addHeader(RawHeader.create("Last-Event-ID", end));
    assertThat(bench.send(resuming).status()).isEqualTo(204);
  }

  @Test
  void changedExpectationsAreToldToWhoeverAskedForThem() {
    Bench.Begun asked = bench.begin(following(id.value(), "?estimates=true"));
    Bench.Begun plain = bench.begin(following(id.value()));
    bench.changes.incrementAndGet();
    await().until(() -> asked.soFar().size() > 1);
    reject();
    Message estimate = Message.all(asked.text()).get(1);
    assertThat(estimate.event()).isEqualTo("estimate");
    assertThat(estimate.id()).as("its place in the journal stays what it was").isEmpty();
    JsonNode schema = Contract.root().at("/components/schemas/Estimated");
    assertThat(Contract.faults(schema, estimate.json())).isEmpty();
    List<Message> journal = new ArrayList<>(Message.all(asked.text()));
    journal.remove(estimate);
    assertThat(Message.all(plain.text())).isEqualTo(journal);
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThat(bench.send(following(id.value(), "?estimates=yes")).problem())
        .isEqualTo("400 invalid-parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1.0", "2", "9999999999999999999"})
  void aPlaceThatNoStreamWasCutAtIsRefused(String last) {
    HttpRequest resuming = following(id.value()).addHeader(RawHeader.create("Last-Event-ID", last));
    assertThat(bench.send(resuming).problem()).isEqualTo("400 invalid-header");
  }

  @Test
  void aPageIsUsualAndAStreamIsWhatIsAskedFor() {
    assertThat(page("").mediaType()).isEqualTo("application/json");
    HttpRequest browser =
        HttpRequest.GET("/v1/orders/" + id.value() + "/events")
            .addHeader(Accept.create(MediaRanges.ALL));
    assertThat(bench.send(browser).mediaType()).isEqualTo("application/json");
  }

  @Test
  void aQuarantinedOrderIsNotFollowed() {
    bench.orders.quarantine(id, new OrderState.Quarantined("a hole", null));
    assertThat(bench.send(following(id.value())).problem()).isEqualTo("409 order-quarantined");
  }

  private void reject() {
    bench.orders.end(id, Step.CHECK_CUSTOMER, SomeAnswers.refused("sanctioned"));
    bench.orders.end(id, Step.RESERVE_INVENTORY, SomeAnswers.refused("out-of-stock"));
  }

  private Reply page(String query) {
    return bench.get("/v1/orders/" + id.value() + "/events" + query);
  }

  private static HttpRequest following(String id) {
    return following(id, "");
  }

  private static HttpRequest following(String id, String query) {
    return HttpRequest.GET("/v1/orders/" + id + "/events" + query)
        .addHeader(Accept.create(MediaTypes.TEXT_EVENT_STREAM.toRange()));
  }
}
