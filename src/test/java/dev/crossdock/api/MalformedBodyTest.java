package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not one JSON value in UTF-8 is never taken for one. */
class MalformedBodyTest {
  private final Bench bench = new Bench();

  static Stream<byte[]> malformed() {
    String right = AnyBody.order();
    return Stream.of(
        bytes(""),
        bytes("  \n"),
        bytes("{"),
        bytes("not json"),
        bytes(right + "x"),
        bytes(right + "{}"),
        bytes(right + "\u0000"),
        bytes("\uFEFF" + right),
        bytes(right.replace("\"PO-10045\"", "\"PO-\u0000\"")),
        bytes(right.replace("\"quantity\": 2", "\"quantity\": 2, \"quantity\": 3")),
        bytes(right.replace("\"quantity\": 2", "\"quantity\": NaN")),
        bytes(right.replace("\"quantity\": 2", "\"quantity\": 02")),
        bytes(right.replace("\"quantity\": 2", "\"quantity\": " + "1".repeat(101))),
        bytes(right.replace("\"channel\": \"web\"", "\"" + "n".repeat(1001) + "\": \"web\"")),
        bytes(right.replace("{\"channel\": \"web\"}", "[".repeat(40) + "]".repeat(40))),
        bytes("// comment\n" + right),
        right.getBytes(StandardCharsets.UTF_16),
        right.replace("Nyman", "Nymän").getBytes(StandardCharsets.ISO_8859_1),
        overlong(right));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void isRefused(byte[] body) {
    Reply reply = bench.send(posting(ContentTypes.APPLICATION_JSON, body));
    assertThat(reply.problem()).isEqualTo("400 malformed-json");
    assertThat(reply.faults()).hasSize(1).first().asString().endsWith(" syntax");
    assertThat(reply.text()).doesNotContain("com.fasterxml", "StreamReadConstraints", "[Source");
    assertThat(bench.orders.told()).isEmpty();
  }

  @Test
  void tellsWhereAMemberIsTwice() {
    String twice = AnyBody.order().replace("\"quantity\": 2", "\"quantity\": 2, \"quantity\": 3");
    assertThat(bench.post("/v1/orders", twice).faults())
        .containsExactly("/lines/0/quantity syntax");
  }

  @Test
  void nestingUpToTheLimitIsReadAsFarAsItGoes() {
    String deep =
        AnyBody.order().replace("{\"channel\": \"web\"}", "[".repeat(31) + "]".repeat(31));
    assertThat(bench.post("/v1/orders", deep).faults()).containsExactly("/metadata type");
  }

  @Test
  void aBodyThatIsTooLargeIsNotReceived() {
    Reply reply = bench.post("/v1/orders", " ".repeat(bench.settings.bodyBytesMax() + 1));
    assertThat(reply.problem()).isEqualTo("413 payload-too-large");
  }

  @Test
  void onlyJsonIsRead() {
    byte[] body = bytes(AnyBody.order());
    assertThat(bench.send(posting(ContentTypes.TEXT_PLAIN_UTF8, body)).problem())
        .isEqualTo("415 unsupported-media-type");
    assertThat(bench.send(posting(ContentTypes.NO_CONTENT_TYPE, body)).problem())
        .isEqualTo("415 unsupported-media-type");
    assertThat(
            bench
                .send(posting(MediaTypes.APPLICATION_X_WWW_FORM_URLENCODED.toContentType(), body))
                .problem())
        .isEqualTo("415 unsupported-media-type");
    HttpRequest zipped =
        posting(ContentTypes.APPLICATION_JSON, body)
            .addHeader(RawHeader.create("Content-Encoding", "gzip"));
    assertThat(bench.send(zipped).problem()).isEqualTo("415 unsupported-media-type");
    assertThat(bench.orders.told()).isEmpty();
  }

  private static HttpRequest posting(ContentType type, byte[] body) {
    return HttpRequest.POST("/v1/orders").withEntity(type, body);
  }

  /** A slash in two bytes, as no encoder writes it. */
  private static byte[] overlong(String right) {
    byte[] body = bytes(right.replace("PO-10045", "PO-@@"));
    int at = new String(body, StandardCharsets.ISO_8859_1).indexOf("@@");
    body[at] = (byte) 0xC0;
    body[at + 1] = (byte) 0xAF;
    return body;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
