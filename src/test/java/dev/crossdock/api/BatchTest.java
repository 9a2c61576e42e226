package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.order.Unavailable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.MediaRanges;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.Accept;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.Test;

/** Orders come in by the line, and each line has its answer, whatever the others are like. */
class BatchTest {
  private static final String PATH = "/v1/orders:batch";
  private final Bench bench = new Bench();

  @Test
  void everyLineIsAnsweredInOrder() {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      lines.add(line("k" + i, AnyBody.with("reference", "\"PO-" + i + "\"")));
    }
    List<JsonNode> answers = bench.send(batch(lines)).lines();
    assertThat(answers).extracting(it -> it.get("line").asInt()).hasSize(50).isSorted();
    assertThat(answers).extracting(it -> it.get("status").asInt()).containsOnly(201);
    assertThat(answers)
        .extracting(it -> it.get("orderId").asText())
        .startsWith(OrderIds.ofKey("default", "k1").value())
        .doesNotHaveDuplicates();
    assertThat(bench.orders.told()).hasSize(50);
  }

  @Test
  void aKeyIsOneOrderHoweverItComes() {
    HttpRequest single =
        Bench.posting("/v1/orders", AnyBody.order())
            .addHeader(RawHeader.create("Idempotency-Key", "k1"));
    String id = bench.send(single).json().get("id").asText();
    JsonNode again = bench.send(batch(line("k1", AnyBody.order()))).lines().getFirst();
    assertThat(again)
        .isEqualTo(
            AnyBody.read(
                "{\"line\":1,\"status\":200,\"orderId\":\"" + id + "\",\"replayed\":true}"));
    JsonNode other = bench.send(batch(line("k1", AnyBody.leanOrder()))).lines().getFirst();
    assertThat(told(other)).isEqualTo("1 422 idempotency-key-reused");
  }

  @Test
  void withoutAKeyEveryLineIsAnotherOrder() {
    String line = "{\"order\":" + oneLine(AnyBody.order()) + "}";
    assertThat(bench.send(batch(line, line)).lines())
        .extracting(it -> it.get("orderId").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void aBadLineSpoilsOnlyItself() {
    String good = line("k", AnyBody.order());
    Reply reply =
        bench.send(
            batch(
                good,
                "this is not JSON",
                "",
                "{\"order\":" + "9".repeat(70_000) + "}",
                "{\"idempotencyKey\":\"k\"}",
                line("a b", AnyBody.with("reference", "", "lines/0/quantity", "0")),
                "{\"order\":{},\"idempotencyKey\":\"k\",\"what\":1}",
                "[]",
                good));
    assertThat(reply.lines())
        .extracting(BatchTest::told)
        .containsExactly(
            "1 201 ",
            "2 400 malformed-json",
            "4 413 payload-too-large",
            "5 422 validation-failed /order required",
            "6 422 validation-failed /idempotencyKey pattern /order/reference required"
                + " /order/lines/0/quantity minimum",
            "7 400 unknown-field /what unknown-field /order/reference required /order/customer"
                + " required /order/lines required /order/shipTo required /order/payment required",
            "8 400 invalid-request  type",
            "9 200 ");
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(bench.send(request(line("k", AnyBody.order()))).lines()).hasSize(1);
    assertThat(bench.send(request("\r\n \r\n")).lines()).isEmpty();
  }

  @Test
  void whatNobodyCanTellOfALineMayBeSentAgain() {
    bench.orders.failWith(new Unavailable("no answer of the shard", new RuntimeException()));
    String lost = line("k1", AnyBody.order());
    List<JsonNode> answers = bench.send(batch(lost, "{}")).lines();
    assertThat(told(answers.getFirst())).isEqualTo("1 503 unavailable");
    assertThat(answers.getFirst().get("retryAfter").asInt()).isPositive();
    assertThat(told(answers.getLast())).startsWith("2 422 validation-failed");
  }

  @Test
  void aBugInOneLineIsNotTheEndOfTheOthers() {
    bench.orders.failWith(new IllegalStateException("a bug"));
    List<JsonNode> answers = bench.send(batch(line("k", AnyBody.order()), "{}")).lines();
    assertThat(told(answers.getFirst())).isEqualTo("1 500 internal-error");
    assertThat(answers).hasSize(2);
  }

  @Test
  void onlyLinesOfJsonAreReadAndGiven() {
    assertThat(bench.post(PATH, AnyBody.order()).problem()).isEqualTo("415 unsupported-media-type");
    assertThat(bench.get(PATH).problem()).isEqualTo("405 method-not-allowed");
    HttpRequest html =
        batch("{}").addHeader(Accept.create(MediaRanges.create(MediaTypes.TEXT_HTML)));
    assertThat(bench.send(html).problem()).isEqualTo("406 not-acceptable");
  }

  /** An answer in short: its line, its status, its problem and its faults. */
  private static String told(JsonNode answer) {
    JsonNode problem = answer.path("problem");
    StringBuilder told = new StringBuilder();
    told.append(answer.get("line").asInt()).append(' ').append(answer.get("status").asInt());
    told.append(' ').append(problem.path("type").asText().replace("/problems/", ""));
    problem
        .path("errors")
        .forEach(
            error -> {
              if (!error.get("code").asText().equals("syntax")) {
                told.append(' ').append(error.get("pointer").asText());
                told.append(' ').append(error.get("code").asText());
              }
            });
    return told.toString();
  }

  static String line(String key, String order) {
    return "{\"idempotencyKey\":\"" + key + "\",\"order\":" + oneLine(order) + "}";
  }

  private static String oneLine(String json) {
    return AnyBody.read(json).toString();
  }

  private static HttpRequest batch(String... lines) {
    return batch(List.of(lines));
  }

  private static HttpRequest batch(List<String> lines) {
    return request(String.join("\n", lines) + "\n");
  }

  private static HttpRequest request(String body) {
    var form = MediaTypes.customBinary("application", "x-ndjson", true).toContentType();
    return HttpRequest.POST(PATH)
        .withEntity(HttpEntities.create(form, body.getBytes(StandardCharsets.UTF_8)));
  }
}
