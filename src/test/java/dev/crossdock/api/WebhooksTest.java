package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.webhook.DeliveryLog;
import dev.crossdock.webhook.DeliveryLog.Attempt;
import dev.crossdock.webhook.DeliveryLog.State;
import dev.crossdock.webhook.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How merchants say where they want to be told, and look at what became of it. */
class WebhooksTest {
  private static final String ALL = "/v1/webhook-endpoints";
  private static final String ANY =
      "{\"url\":\"https://shop.example/hooks\",\"eventTypes\":[\"*\"]}";
  private final Bench bench = new Bench();

  @Test
  void registersAnEndpointAndShowsItsSecretOnce() {
    Reply reply = bench.post(ALL, ANY);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Location")).isEqualTo(ALL + "/whe_1");
    assertThat(reply.json().get("secret").asText()).startsWith("whsec_");
    Reply shown = bench.get(ALL + "/whe_1");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.text()).doesNotContain("whsec_");
    assertThat(shown.json().get("status").asText()).isEqualTo("ENABLED");
    Reply listed = bench.get(ALL);
    assertThat(listed.json().get("items")).hasSize(1);
    assertThat(listed.text()).doesNotContain("whsec_");
  }

  @Test
  void takesASecretAndTypesThatTheMerchantChose() {
    Reply reply =
        bench.post(
            ALL,
            """
            {"url": "https://shop.example", "eventTypes": ["order.shipped", "order.closed"],
             "secret": "%s"}
            """
                .formatted(Bench.SECRET));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get("secret").asText()).isEqualTo(Bench.SECRET);
    assertThat(reply.json().get("eventTypes").toString())
        .isEqualTo("[\"order.shipped\",\"order.closed\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example/hooks",
        "ftp://shop.example",
        "shop.example",
        "https:///hooks",
        "https://user:pw@shop.example",
        "https://shop.example/#part",
        "https://shop.example:0",
        "https://shop.example:70000",
        "https://shop .example",
        "https://sh\\u00f6p.example",
      })
  void refusesAUrlThatCannotBeOne(String url) {
    Reply reply = bench.post(ALL, ANY.replace("https://shop.example/hooks", url));

    assertThat(reply.problem()).isEqualTo("422 validation-failed");
    assertThat(reply.faults()).containsExactly("/url url");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | /eventTypes too-few",
        "\"*\" | /eventTypes type",
        "[\"order.shipped\", \"order.eaten\"] | /eventTypes/1 enum",
        "[\"order.shipped\", 1] | /eventTypes/1 type",
        "[\"order.shipped\", \"order.shipped\"] | /eventTypes/1 unique",
        "null | /eventTypes required",
      })
  void refusesTypesThatThereAreNot(String types, String fault) {
    assertThat(bench.post(ALL, ANY.replace("[\"*\"]", types)).faults()).containsExactly(fault);
  }

  @Test
  void saysAllFaultsAtOnce() {
    Reply reply =
        bench.post(ALL, "{\"url\":\"x\",\"eventTypes\":[\"y\"],\"secret\":\"whsec_z\",\"more\":1}");

    assertThat(reply.problem()).isEqualTo("400 unknown-field");
    assertThat(reply.faults())
        .containsExactlyInAnyOrder(
            "/url url", "/eventTypes/0 enum", "/secret secret", "/more unknown-field");
    assertThat(bench.webhooks.endpoints).isEmpty();
  }

  @Test
  void aUrlIsNotLongerThanItMayBe() {
    assertThat(bench.post(ALL, ANY.replace("hooks", "h".repeat(2048))).faults())
        .containsExactly("/url too-long");
  }

  @Test
  void takesNoMoreEndpointsThanThereMayBe() {
    bench.post(ALL, ANY);
    bench.post(ALL, ANY);

    assertThat(bench.post(ALL, ANY).problem()).isEqualTo("409 too-many-webhook-endpoints");
  }

  @Test
  void deletesAnEndpoint() {
    bench.post(ALL, ANY);

    assertThat(bench.send(HttpRequest.DELETE(ALL + "/whe_1")).status()).isEqualTo(204);
    assertThat(bench.send(HttpRequest.DELETE(ALL + "/whe_1")).problem())
        .isEqualTo("404 webhook-endpoint-not-found");
  }

  @Test
  void givesAnotherSecretWhileTheOldOneGoesOn() {
    bench.post(ALL, ANY);
    Reply reply = bench.send(HttpRequest.POST(ALL + "/whe_1/secret"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("secret").asText()).startsWith("whsec_");
    assertThat(reply.json().get("oldSecretUntil").asText()).isEqualTo("2026-11-24T12:00:00Z");
  }

  @Test
  void showsWhyAnEndpointIsDisabledAndEnablesItAgain() {
    bench.post(ALL, ANY);
    bench.webhooks.disable("whe_1", "the endpoint answered 410 Gone");
    JsonNode shown = bench.get(ALL + "/whe_1").json();

    assertThat(shown.get("status").asText()).isEqualTo("DISABLED");
    assertThat(shown.get("disabledReason").asText()).contains("410");
    Reply enabled = bench.send(HttpRequest.POST(ALL + "/whe_1/enable"));
    assertThat(enabled.json().get("status").asText()).isEqualTo("ENABLED");
  }

  @Test
  void showsWhatBecameOfMessagesInPages() {
    bench.post(ALL, ANY);
    for (int number = 3; number > 0; number--) {
      bench.webhooks.deliveries.add(delivery(number));
    }
    JsonNode first = bench.get(ALL + "/whe_1/deliveries?limit=2").json();
    JsonNode second = bench.get(ALL + "/whe_1/deliveries?limit=2&cursor=2").json();

    assertThat(first.get("items")).hasSize(2);
    assertThat(first.get("nextCursor").asText()).isEqualTo("2");
    assertThat(first.at("/items/0/attempts/0/statusCode").asInt()).isEqualTo(500);
    assertThat(first.at("/items/0/attempts/1/error").asText()).isEqualTo("no connection");
    assertThat(first.at("/items/0/nextAttemptAt").asText()).isEqualTo("2026-11-23T12:05:00Z");
    assertThat(second.get("items")).hasSize(1);
    assertThat(second.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void tellsAgain() {
    bench.post(ALL, ANY);
    String message = "msg_" + "1".repeat(32);

    assertThat(replay("from=2026-11-01T00:00:00Z").json().get("messages").asInt()).isEqualTo(3);
    assertThat(replay("message=" + message).status()).isEqualTo(202);
    assertThat(bench.webhooks.replayed).containsExactly("2026-11-01T00:00:00Z", message);
    assertThat(replay("message=msg_" + "0".repeat(32)).problem())
        .isEqualTo("404 webhook-message-not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "from=yesterday",
        "from=2026-02-30T00:00:00Z",
        "message=1",
        "from=2026-11-01T00:00:00Z&message=msg_1",
        "since=2026-11-01T00:00:00Z"
      })
  void refusesAReplayOfNobodyKnowsWhat(String query) {
    bench.post(ALL, ANY);

    assertThat(replay(query).problem()).isEqualTo("400 invalid-parameter");
    assertThat(bench.webhooks.replayed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET ", "GET /deliveries", "POST /secret", "POST /enable"})
  void knowsNoEndpointThatThereIsNot(String call) {
    String path = call.substring(call.indexOf(' ') + 1);
    for (String id : List.of("whe_9", "nonsense", "whe_%00")) {
      String uri = ALL + "/" + id + path;
      HttpRequest request = call.startsWith("GET") ? HttpRequest.GET(uri) : HttpRequest.POST(uri);
      assertThat(bench.send(request).problem()).isEqualTo("404 webhook-endpoint-not-found");
    }
    assertThat(
            bench.send(HttpRequest.POST(ALL + "/whe_9/replay?from=2026-11-01T00:00:00Z")).problem())
        .isEqualTo("404 webhook-endpoint-not-found");
  }

  @Test
  void theDocumentKnowsEveryType() {
    List<String> documented = new ArrayList<>();
    Contract.root()
        .at("/components/schemas/WebhookEventType/enum")
        .forEach(type -> documented.add(type.asText()));
    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(EventType.values()).map(EventType::label).toList());
  }

  private Reply replay(String query) {
    return bench.send(
        HttpRequest.POST(ALL + "/whe_1/replay" + (query.isEmpty() ? "" : "?" + query)));
  }

  private static DeliveryLog delivery(long number) {
    return new DeliveryLog(
        number,
        "msg_" + number,
        "order.shipped",
        "ord_1",
        State.PENDING,
        Bench.NOON,
        List.of(
            new Attempt(1, Bench.NOON, 12, 500, null),
            new Attempt(2, Bench.NOON, 5000, null, "no connection")),
        Bench.NOON.plusSeconds(300));
  }
}
