package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.flow.Step;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.OrderId;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order is shown as it was, by version or by time. */
class PastTest {
  private final Bench bench = new Bench();
  private OrderId id = new OrderId("default", "none");

  @BeforeEach
  void place() {
    JsonNode placed = bench.post("/v1/orders", AnyBody.order()).json();
    id = new OrderId("default", placed.get("id").asText());
    bench.orders.answer(id, Step.CHECK_CUSTOMER, SomeAnswers.approved());
  }

  @Test
  void aVersionIsShownAsItWas() {
    Reply first = asked("?asOfVersion=1");
    assertThat(first.json().get("version").asInt()).isEqualTo(1);
    assertThat(first.json().get("status").asText()).isEqualTo("RECEIVED");
    assertThat(first.json().at("/progress").has("eta")).isFalse();
    assertThat(first.header("ETag")).isEqualTo("\"1\"");
    assertThat(asked("?asOfVersion=2").json().get("status").asText()).isEqualTo("VALIDATING");
  }

  @Test
  void aTimeIsShownAsItWas() {
    assertThat(asked("?asOf=2026-11-23T12:00:00Z").json().get("version").asInt()).isEqualTo(2);
    assertThat(asked("?asOf=2026-11-23T14:00:00%2B02:00").json().get("version").asInt())
        .isEqualTo(2);
    assertThat(asked("?asOf=2999-01-01T00:00:00Z").json().get("version").asInt()).isEqualTo(2);
  }

  @Test
  void whatWasNotThereThenIsNotFound() {
    assertThat(asked("?asOf=2026-11-23T11:59:59.999Z").problem()).isEqualTo("404 order-not-then");
    Reply beyond = asked("?asOfVersion=3");
    assertThat(beyond.problem()).isEqualTo("404 order-not-then");
    assertThat(beyond.json().get("detail").asText()).contains("version 2 only");
    assertThat(bench.get("/v1/orders/ord_none?asOfVersion=1").problem())
        .isEqualTo("404 order-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asOfVersion=0",
        "asOfVersion=-1",
        "asOfVersion=1.0",
        "asOfVersion=",
        "asOfVersion=x",
        "asOfVersion=9999999999999999999",
        "asOf=",
        "asOf=yesterday",
        "asOf=2026-11-23",
        "asOf=2026-02-30T00:00:00Z",
        "asOf=2026-11-23T12:00:00",
        "asOfVersion=1&asOf=2026-11-23T12:00:00Z",
        "asOfVersion=1&asOfVersion=1"
      })
  void whatIsNoPointInALifeIsRefused(String query) {
    assertThat(asked("?" + query).problem()).isEqualTo("400 invalid-parameter");
  }

  @Test
  void aVersionThatTheClientHasIsNotSentAgain() {
    HttpRequest asking =
        HttpRequest.GET("/v1/orders/" + id.value() + "?asOfVersion=1")
            .addHeader(RawHeader.create("If-None-Match", "\"1\""));
    assertThat(bench.send(asking).status()).isEqualTo(304);
  }

  @Test
  void theWholeLifeIsTold() {
    JsonNode life = bench.get("/v1/orders/" + id.value() + "/history").json();
    assertThat(life.get("version").asInt()).isEqualTo(2);
    assertThat(life.at("/items/1/changes/0/after").asText()).isEqualTo("VALIDATING");
    assertThat(bench.get("/v1/orders/ord_none/history").problem()).isEqualTo("404 order-not-found");
  }

  @Test
  void evidenceIsGivenByteForByte() {
    JsonNode evidence = bench.get("/v1/orders/" + id.value() + "/evidence").json();
    JsonNode chain = evidence.at("/chains/0");
    assertThat(chain.get("journalId").asText()).isEqualTo("order|default:" + id.value());
    assertThat(chain.get("intact").asBoolean()).isFalse();
    assertThat(chain.at("/events/0/stored").asText()).isEqualTo("{}");
    assertThat(chain.at("/events/0/said/member").asText()).isEqualTo("answer");
    assertThat(chain.at("/events/0").has("fault")).isFalse();
    assertThat(chain.at("/events/1/storedBase64").asText()).isEqualTo("/w==");
    assertThat(chain.at("/events/1/fault").asText()).isEqualTo("changed");
    assertThat(chain.get("head")).isEqualTo(chain.at("/events/1/hash"));
    assertThat(bench.get("/v1/orders/ord_none/evidence").problem())
        .isEqualTo("404 order-not-found");
  }

  private Reply asked(String query) {
    return bench.get("/v1/orders/" + id.value() + query);
  }
}
