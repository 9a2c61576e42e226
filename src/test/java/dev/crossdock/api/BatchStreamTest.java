package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.api.server.HttpServer;
import dev.crossdock.api.server.RunningServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch goes both ways at once, and neither side runs away from the other. */
class BatchStreamTest {
  private static final Duration DEADLINE = Duration.ofMillis(600);
  private final Bench bench = new Bench(Bench.settings(DEADLINE, DEADLINE, DEADLINE));
  private final RunningServer server =
      HttpServer.start(Bench.SYSTEM, bench.settings, bench.routes(), bench.api::endStreams)
          .toCompletableFuture()
          .join();

  @AfterEach
  void stop() {
    server.stop(Duration.ZERO).toCompletableFuture().join();
  }

  @Test
  void aLineIsAnsweredBeforeTheNextIsSent() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      client.send(head("")).send(chunk(line("k1") + "\n"));
      assertThat(client.readUntil("\"line\":1")).startsWith("HTTP/1.1 200 ");
      client.send(chunk(line("k2").substring(0, 20))).send(chunk(line("k2").substring(20) + "\n"));
      client.readUntil("\"line\":2");
      client.send(chunk(line("k1"))).send("0\r\n\r\n");
      assertThat(client.readToEnd())
          .contains("\"line\":3,\"status\":200")
          .endsWith("\r\n0\r\n\r\n");
    }
  }

  @Test
  void whoeverWaitsToBeAskedForItsLinesIs() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      client.send(head("Expect: 100-continue\r\n"));
      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
      client.send(chunk(line("k1"))).send("0\r\n\r\n");
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ").contains("\"status\":201");
    }
  }

  @Test
  void aClientThatFallsSilentIsToldSoAndLetGo() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      client.send(head("")).send(chunk(line("k1") + "\n" + line("k2")));
      assertThat(client.readToEnd())
          .contains("\"line\":1,\"status\":201", "\"line\":2,\"status\":408")
          .endsWith("\r\n0\r\n\r\n");
      assertThat(bench.orders.told()).hasSize(1);
    }
  }

  @Test
  void aClientThatSaysNothingAtAllIsAnsweredWithAProblem() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      assertThat(client.send(head("")).readToEnd())
          .startsWith("HTTP/1.1 408 ")
          .contains("application/problem+json");
    }
  }

  @Test
  void aBatchMayTakeLongerThanADeadlineAsLongAsItGoesOn() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      client.send(head(""));
      for (int i = 1; i <= 5; i++) {
        client.send(chunk(line("k" + i) + "\n")).readUntil("\"line\":" + i);
        await().pollDelay(DEADLINE.dividedBy(3)).until(() -> true);
      }
      assertThat(client.send("0\r\n\r\n").readToEnd()).endsWith("\r\n0\r\n\r\n");
    }
  }

  @Test
  void whoeverDoesNotTakeAnswersIsNotReadFrom() throws Exception {
    AtomicInteger sent = new AtomicInteger();
    Bench patient = new Bench();
    HttpResponse response =
        patient.routes().handler(Bench.SYSTEM).apply(endless(sent)).toCompletableFuture().join();
    var answers = response.entity().getDataBytes().runWith(Sink.queue(), Bench.SYSTEM);
    for (int i = 0; i < 10; i++) {
      assertThat(answers.pull().toCompletableFuture().join()).isPresent();
    }
    await().during(Duration.ofMillis(300)).until(() -> sent.get() < 2000);
    int before = sent.get();
    for (int i = 0; i < 50; i++) {
      answers.pull().toCompletableFuture().join();
    }
    await().until(() -> sent.get() > before);
    answers.cancel();
  }

  private static HttpRequest endless(AtomicInteger sent) {
    var form = MediaTypes.customBinary("application", "x-ndjson", true).toContentType();
    Source<ByteString, ?> lines =
        Source.repeat(ByteString.fromString("{}\n"))
            .map(
                line -> {
                  sent.incrementAndGet();
                  return line;
                });
    return HttpRequest.POST("/v1/orders:batch").withEntity(HttpEntities.createChunked(form, lines));
  }

  private static String head(String headers) {
    return "POST /v1/orders:batch HTTP/1.1\r\nHost: here\r\n"
        + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n"
        + headers
        + "\r\n";
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private static String line(String key) {
    return BatchTest.line(key, AnyBody.order());
  }
}
