package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Step;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderContent;
import dev.crossdock.order.Unavailable;
import dev.crossdock.partner.Answer;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order is placed once a key, and whoever placed it may wait for what becomes of it. */
class PlaceOrderTest {
  private final Bench bench = new Bench();

  @Test
  void anOrderIsShownAsItIsOnceItIsPlaced() {
    Reply reply = bench.post("/v1/orders", AnyBody.order());
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get("id").asText()).matches("ord_[0-9a-hjkmnp-tv-z]{26}");
    assertThat(reply.header("Location")).isEqualTo("/v1/orders/" + reply.json().get("id").asText());
    assertThat(reply.header("ETag")).isEqualTo("\"1\"");
    assertThat(reply.json().at("/total/amount").asText()).isEqualTo("44.70");
    assertThat(reply.json().at("/status").asText()).isEqualTo("RECEIVED");
    assertThat(reply.headerIfAny("Idempotency-Replayed")).isEmpty();
    assertThat(reply.headerIfAny("Preference-Applied")).isEmpty();
  }

  @Test
  void whatIsSaidIsWhatIsPlaced() {
    OrderContent content = content(bench.post("/v1/orders", AnyBody.order()));
    assertThat(content.customer().phone()).isEqualTo("+358401234567");
    assertThat(content.lines().getFirst().weight())
        .isEqualTo(dev.crossdock.trade.Weight.grams(350));
    assertThat(content.shipping().deliverBy()).isEqualTo("2026-12-01");
    assertThat(content.paymentMethod()).isEqualTo("tok_visa");
    assertThat(content.metadata()).containsEntry("channel", "web");
  }

  @Test
  void whatIsNotSaidHasADefault() {
    Reply reply = bench.post("/v1/orders", AnyBody.leanOrder());
    OrderContent content = content(reply);
    assertThat(content.priority()).isEqualTo(OrderContent.Priority.NORMAL);
    assertThat(content.tax().isZero() && content.discount().isZero()).isTrue();
    assertThat(content.total()).hasToString("39.80 EUR");
    assertThat(reply.json().at("/flow/name").asText()).isEqualTo("parcel");
  }

  @Test
  void withoutAKeyEveryOrderIsAnother() {
    assertThat(bench.post("/v1/orders", AnyBody.order()).json().get("id"))
        .isNotEqualTo(bench.post("/v1/orders", AnyBody.order()).json().get("id"));
  }

  @Test
  void oneKeyIsOneOrderHoweverItsBodyIsWritten() {
    Reply first = bench.send(keyed("k1", AnyBody.order()));
    String otherwise =
        AnyBody.with(
            "lines/0/weight/value",
            "3.5e2",
            "tax",
            "",
            "tax",
            "{\"currency\": \"EUR\", \"amount\": \"0.00\"}",
            "releaseAt",
            "");
    Reply again = bench.send(keyed("k1", otherwise));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void theIdOfAKeyIsTheSameOnEveryNode() {
    assertThat(bench.send(keyed("k1", AnyBody.order())).json().get("id"))
        .isEqualTo(new Bench().send(keyed("k1", AnyBody.order())).json().get("id"));
    assertThat(OrderIds.ofKey("default", "k1").value())
        .as("stored for ever")
        .isEqualTo("ord_dfbyxqqa9ej0jzkd3gj7mm9q6z");
    assertThat(OrderIds.ofKey("other", "k1")).isNotEqualTo(OrderIds.ofKey("default", "k1"));
  }

  @Test
  void aKeyWithAnotherBodyIsRefused() {
    bench.send(keyed("k1", AnyBody.order()));
    Reply other = bench.send(keyed("k1", AnyBody.with("reference", "\"PO-2\"")));
    assertThat(other.problem()).isEqualTo("422 idempotency-key-reused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "schlüssel", ""})
  void aKeyThatIsNotVisibleAsciiIsRefused(String key) {
    assertThat(bench.send(keyed(key, AnyBody.order())).problem()).isEqualTo("400 invalid-header");
    assertThat(bench.orders.told()).isEmpty();
  }

  @Test
  void aKeyIsThereOnceAndNotTooLong() {
    assertThat(bench.send(keyed("k".repeat(255), AnyBody.order())).status()).isEqualTo(201);
    assertThat(bench.send(keyed("k".repeat(256), AnyBody.order())).problem())
        .isEqualTo("400 invalid-header");
    HttpRequest twice =
        keyed("k1", AnyBody.order()).addHeader(RawHeader.create("Idempotency-Key", "k2"));
    assertThat(bench.send(twice).problem()).isEqualTo("400 invalid-header");
  }

  @Test
  void whoeverWaitsIsAnsweredOnceTheOrderIsConfirmed() {
    var waiting = CompletableFuture.supplyAsync(() -> bench.send(preferring("wait=30")));
    OrderId id = OrderIds.ofKey("default", "k1");
    org.awaitility.Awaitility.await().until(() -> !bench.orders.told().isEmpty());
    bench.orders.confirm(id);
    Reply reply = waiting.join();
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get("status").asText()).isEqualTo("CONFIRMED");
    assertThat(reply.header("Preference-Applied")).isEqualTo("wait");
    assertThat(reply.header("ETag")).isEqualTo("\"" + reply.json().get("version").asText() + "\"");
  }

  @Test
  void whoeverWaitsIsAnsweredOnceSomebodyIsNeeded() {
    var waiting = CompletableFuture.supplyAsync(() -> bench.send(preferring("wait=30")));
    OrderId id = OrderIds.ofKey("default", "k1");
    org.awaitility.Awaitility.await().until(() -> !bench.orders.told().isEmpty());
    bench.orders.answer(
        id,
        Step.VALIDATE_ADDRESS,
        new Answer.AddressChecked(
            Answer.AddressVerdict.INVALID, null, java.util.List.of("no such street")));
    assertThat(waiting.join().json().get("status").asText()).isEqualTo("ACTION_REQUIRED");
  }

  @Test
  void patienceEndsWithTheStateByThen() {
    Reply reply = bench.send(preferring("wait=1"));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get("status").asText()).isEqualTo("RECEIVED");
    assertThat(reply.header("Preference-Applied")).isEqualTo("wait");
  }

  @Test
  void nobodyIsToldOfSuccessThatIsNotCertain() {
    bench.orders.failWith(new Unavailable("no answer of the shard", new RuntimeException()));
    Reply reply = bench.send(keyed("k1", AnyBody.order()));
    assertThat(reply.problem()).isEqualTo("503 unavailable");
    assertThat(reply.header("Retry-After")).matches("[0-9]+");
    assertThat(reply.json().get("detail").asText()).contains("same key");
  }

  @Test
  void whoeverIsTooManyIsToldWhenToComeAgain() {
    var hangs = bench.gate.timed(CompletableFuture::new);
    for (int quarter = 0; quarter < 60; quarter++) {
      bench.nanos.addAndGet(Duration.ofMillis(250).toNanos());
      bench.gate.ask();
    }
    for (int others = 0; others < 20; others++) {
      bench.gate.ask();
    }
    Reply reply = bench.send(keyed("late", AnyBody.order()));
    assertThat(reply.problem()).isEqualTo("503 overloaded");
    assertThat(reply.header("Retry-After")).matches("[1-9][0-9]?");
    assertThat(bench.orders.told()).isEmpty();
    assertThat(hangs.toCompletableFuture()).isNotDone();
  }

  private OrderContent content(Reply reply) {
    Order order = bench.orders.order(new OrderId("default", reply.json().get("id").asText()));
    return order.content();
  }

  private static HttpRequest preferring(String preference) {
    return keyed("k1", AnyBody.order()).addHeader(RawHeader.create("Prefer", preference));
  }

  private static HttpRequest keyed(String key, String body) {
    return Bench.posting("/v1/orders", body).addHeader(RawHeader.create("Idempotency-Key", key));
  }
}
