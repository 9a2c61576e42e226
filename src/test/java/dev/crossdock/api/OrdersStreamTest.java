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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.Accept;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several orders are followed in one stream, which goes on with each where it was cut. */
class OrdersStreamTest {
  private final Bench bench = new Bench();
  private final OrderId first = place();
  private final OrderId second = place();

  @Test
  void tellsOfEachOrderItsWholeJournalAndEndsWithTheLast() {
    end(first);
    end(second);
    List<Message> told = Message.all(bench.send(following(first, second)).text());
    assertThat(versions(told, first)).isEqualTo(journal(first));
    assertThat(versions(told, second)).isEqualTo(journal(second));
    JsonNode schema = Contract.root().at("/components/schemas/EventAndProgress");
    told.forEach(message -> assertThat(Contract.faults(schema, message.json())).isEmpty());
  }

  @Test
  void goesOnBehindEveryIdWithNothingLostOrRepeated() {
    end(first);
    end(second);
    List<Message> all = Message.all(bench.send(following(first, second)).text());
    assertThat(all).extracting(Message::id).doesNotHaveDuplicates();
    for (int cut = 0; cut < all.size() - 1; cut++) {
      // The same orders in another sequence are the same stream.
      Reply rest = bench.send(resuming(all.get(cut).id(), second, first));
      for (OrderId id : List.of(first, second)) {
        List<Long> both = new ArrayList<>(versions(all.subList(0, cut + 1), id));
        both.addAll(versions(Message.all(rest.text()), id));
        assertThat(both).as("cut behind " + cut).isEqualTo(journal(id));
      }
    }
    assertThat(bench.send(resuming(all.getLast().id(), first, second)).status()).isEqualTo(204);
  }

  @Test
  void tellsWhoeverIsTooSlowToLookHimselfAndGoesOnBehindThat() {
    HttpRequest request = following(first, second);
    var answer = bench.begin(request);
    await().until(() -> answer.soFar().size() == 2);
    bench.orders.resync(Map.of(first, 17L));
    end(first);
    end(second);
    List<Message> told = Message.all(answer.text());
    Message resync =
        told.stream().filter(m -> m.event().equals("resync")).findFirst().orElseThrow();
    JsonNode schema = Contract.root().at("/components/schemas/Resync");
    assertThat(Contract.faults(schema, resync.json())).isEmpty();
    assertThat(resync.json().at("/orders/0/id").asText()).isEqualTo(first.value());
    assertThat(resync.json().at("/orders/0/version").asLong()).isEqualTo(17);
    assertThat(bench.send(resuming(resync.id(), first, second)).problem())
        .as("its id is behind what was left out, which here nobody has come to")
        .isEqualTo("400 invalid-header");
  }

  @Test
  void namesTheOrdersThatAreNotThere() {
    HttpRequest request = get(first.value() + ",ord_none,what-is-this");
    assertThat(bench.send(request).problem()).isEqualTo("404 order-not-found");
    assertThat(bench.send(request).json().get("detail").asText()).contains("what-is-this");
    Reply unknown = bench.send(get(first.value() + ",ord_none"));
    assertThat(unknown.problem()).isEqualTo("404 order-not-found");
    assertThat(unknown.json().get("detail").asText())
        .contains("ord_none")
        .doesNotContain(first.value());
  }

  @Test
  void namesTheOrdersThatAreQuarantined() {
    bench.orders.quarantine(second, new OrderState.Quarantined("a hole", null));
    Reply refused = bench.send(following(first, second));
    assertThat(refused.problem()).isEqualTo("409 order-quarantined");
    assertThat(refused.json().get("detail").asText()).contains(second.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "ord_1,", "ord_1,ord_1"})
  void takesEachOrderOnceAndAtLeastOne(String orders) {
    assertThat(bench.send(get(orders)).problem()).isEqualTo("400 invalid-parameter");
  }

  @Test
  void takesSoManyOrdersAndNoMore() {
    assertThat(bench.send(get(names(100))).problem()).isEqualTo("404 order-not-found");
    assertThat(bench.send(get(names(101))).problem()).isEqualTo("400 invalid-parameter");
  }

  @Test
  void refusesAPlaceOfAnotherStream() {
    end(first);
    String alone = Message.all(bench.send(following(first)).text()).getFirst().id();
    assertThat(bench.send(resuming(alone, first, second)).problem())
        .isEqualTo("400 invalid-header");
    assertThat(bench.send(resuming("3", first)).problem()).isEqualTo("400 invalid-header");
    assertThat(bench.send(resuming(alone + "A", first)).problem()).isEqualTo("400 invalid-header");
  }

  private OrderId place() {
    String id = bench.post("/v1/orders", AnyBody.order()).json().get("id").asText();
    return new OrderId("default", id);
  }

  private void end(OrderId id) {
    bench.orders.end(id, Step.CHECK_CUSTOMER, SomeAnswers.refused("sanctioned"));
    bench.orders.end(id, Step.RESERVE_INVENTORY, SomeAnswers.refused("out-of-stock"));
  }

  private List<Long> journal(OrderId id) {
    JsonNode items = bench.get("/v1/orders/" + id.value() + "/events").json().get("items");
    List<Long> versions = new ArrayList<>();
    items.forEach(item -> versions.add(item.get("version").asLong()));
    return versions;
  }

  private static List<Long> versions(List<Message> told, OrderId id) {
    return told.stream()
        .filter(message -> message.json().at("/order/id").asText().equals(id.value()))
        .map(message -> message.json().at("/event/version").asLong())
        .toList();
  }

  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "ord_" + i).collect(Collectors.joining(","));
  }

  private static HttpRequest following(OrderId... ids) {
    return get(Stream.of(ids).map(OrderId::value).collect(Collectors.joining(",")));
  }

  private static HttpRequest resuming(String last, OrderId... ids) {
    return following(ids).addHeader(RawHeader.create("Last-Event-ID", last));
  }

  private static HttpRequest get(String orders) {
    return HttpRequest.GET("/v1/events?order=" + orders)
        .addHeader(Accept.create(MediaTypes.TEXT_EVENT_STREAM.toRange()));
  }
}
