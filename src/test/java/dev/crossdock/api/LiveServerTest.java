package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.crossdock.api.server.HttpServer;
import dev.crossdock.api.server.RunningServer;
import dev.crossdock.flow.Step;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.OrderId;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Over real connections: nobody is waited for longer than agreed, and every answer is a proper one.
 */
class LiveServerTest {
  private static final Duration DEADLINE = Duration.ofMillis(600);
  private static final String HOST = "Host: here\r\n";
  private final Bench bench = new Bench(Bench.settings(DEADLINE, DEADLINE, Duration.ofSeconds(1)));
  private RunningServer server = start();

  private RunningServer start() {
    return HttpServer.start(Bench.SYSTEM, bench.settings, bench.routes(), bench.api::endStreams)
        .toCompletableFuture()
        .join();
  }

  @BeforeEach
  void isUp() {
    assertThat(server.address().getPort()).isPositive();
  }

  @AfterEach
  void stop() {
    server.stop(Duration.ZERO).toCompletableFuture().join();
  }

  @Test
  void whatIsNoRequestIsAnsweredWithAProblem() throws IOException {
    problem("GET / HTTP/1.1\r\n" + HOST + "No Header: x\r\n\r\n", 400);
    problem("this is nonsense\r\n\r\n", 501);
    problem("GET /" + "a".repeat(5000) + " HTTP/1.1\r\n" + HOST + "\r\n", 414);
    problem("GET / HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(9000) + "\r\n\r\n", 431);
    problem("GET / HTTP/1.1\r\n\r\n", 400);
    problem("GET /%zz HTTP/1.1\r\n" + HOST + "\r\n", 400);
  }

  @Test
  void aHeadThatDripsIsCutOff() throws IOException {
    try (RawClient client = new RawClient(server.address());
        var drip = Executors.newSingleThreadScheduledExecutor()) {
      client.send("GET /health/live HTTP/1.1\r\n");
      var drops = drip.scheduleAtFixedRate(() -> dripInto(client), 20, 20, TimeUnit.MILLISECONDS);
      String answer = client.readToEnd();
      drops.cancel(true);
      proper(answer, 408);
    }
  }

  @Test
  void theHeadOfALaterRequestMayNotDripEither() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      client.send(live()).readUntil("\"checks\":{}}");
      await().pollDelay(DEADLINE.multipliedBy(2)).until(() -> true);
      client.send(live()).readUntil("\"checks\":{}}");
      client.send("GET /hea");
      proper(client.readToEnd(), 408);
    }
  }

  @Test
  void aBodyThatDoesNotComeIsCutOff() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      client.send(posting(1000) + "{");
      proper(client.readToEnd(), 408);
      assertThat(bench.orders.told()).isEmpty();
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeItIsThere() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      client.send(posting(10_000_000) + "{");
      proper(client.readToEnd(), 413);
    }
  }

  @Test
  void anAnswerThatDoesNotComeIsAProblem() throws IOException {
    bench.orders.hang();
    try (RawClient client = new RawClient(server.address())) {
      client.send("GET /v1/orders/ord_1 HTTP/1.1\r\nConnection: close\r\n" + HOST + "\r\n");
      String answer = client.readToEnd();
      proper(answer, 503);
      assertThat(answer).contains("Retry-After: ", "/problems/unavailable");
    }
  }

  @Test
  void whoeverWaitsMayWaitLongerThanARequestUsuallyTakes() throws IOException {
    String body = AnyBody.order();
    try (RawClient client = new RawClient(server.address())) {
      client.send(posting(body.length(), "Connection: close\r\nPrefer: wait=2\r\n") + body);
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 201 ");
    }
  }

  @Test
  void aHeadIsAnsweredWithoutABody() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      client.send("HEAD /health/live HTTP/1.1\r\nConnection: close\r\n" + HOST + "\r\n");
      String answer = client.readToEnd();
      assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
      assertThat(answer).contains("Content-Length: 27").doesNotContain("Server:");
    }
  }

  @Test
  void aStreamTellsLiveBreathesAndGoesOnWhereItWasCut() throws IOException {
    OrderId id = place();
    try (RawClient client = new RawClient(server.address())) {
      client.send(following(id, "0")).readUntil("id:1\n");
      bench.orders.answer(id, Step.CHECK_CUSTOMER, SomeAnswers.approved());
      client.readUntil("id:2\n");
      client.readUntil("\n\n");
      client.readUntil(":\n\n");
    }
    bench.orders.answer(id, Step.CHECK_FRAUD, SomeAnswers.passed());
    try (RawClient client = new RawClient(server.address())) {
      String told = client.send(following(id, "2")).readUntil("id:3\n");
      assertThat(told).doesNotContain("id:1\n", "id:2\n").contains("text/event-stream");
    }
  }

  @Test
  void aStreamEndsWithItsOrder() throws IOException {
    OrderId id = place();
    try (RawClient client = new RawClient(server.address())) {
      client.send(following(id, "0")).readUntil("id:1\n");
      bench.orders.end(id, Step.CHECK_CUSTOMER, SomeAnswers.refused("sanctioned"));
      bench.orders.end(id, Step.RESERVE_INVENTORY, SomeAnswers.refused("out-of-stock"));
      assertThat(client.readToEnd()).contains("REJECTED").endsWith("\r\n0\r\n\r\n");
    }
  }

  @Test
  void aStreamEndsAlsoWhenItHasNothingToSay() throws IOException {
    OrderId id = place();
    try (RawClient client = new RawClient(server.address())) {
      client.send(following(id, "0")).readUntil("id:1\n");
      client.readUntil(":\n\n");
      bench.orders.endStreams(id);
      assertThat(client.readToEnd()).endsWith("\r\n0\r\n\r\n");
    }
  }

  @Test
  void aServerThatStopsEndsStreamsAndAnswersWhatIsUnderWay() throws IOException {
    OrderId id = place();
    String body = AnyBody.order();
    try (RawClient stream = new RawClient(server.address());
        RawClient idle = new RawClient(server.address());
        RawClient asking = new RawClient(server.address())) {
      stream.send(following(id, "0")).readUntil("id:1\n");
      idle.send(live()).readUntil("\"checks\":{}}");
      int told = bench.orders.told().size();
      asking.send(posting(body.length(), "Prefer: wait=1\r\n") + body);
      await().until(() -> bench.orders.told().size() > told);
      var stopped = server.stop(Duration.ofSeconds(8)).toCompletableFuture();
      assertThat(stream.readToEnd()).doesNotContain("id:2\n");
      assertThat(idle.readToEnd()).isEmpty();
      assertThat(asking.readToEnd()).startsWith("HTTP/1.1 201 ");
      stopped.join();
      assertThatThrownBy(() -> new RawClient(server.address()))
          .isInstanceOf(ConnectException.class);
    }
  }

  private OrderId place() {
    return new OrderId(
        "default", bench.post("/v1/orders", AnyBody.order()).json().get("id").asText());
  }

  private void problem(String request, int status) throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      proper(client.send(request).readToEnd(), status);
    }
  }

  /** A problem with all that every answer has; its body is as the document has it. */
  private static void proper(String answer, int status) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("X-Request-Id: ", "X-Content-Type-Options: nosniff", "application/problem+json");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertThat(
            Contract.faults(Contract.root().at("/components/schemas/Problem"), AnyBody.read(body)))
        .isEmpty();
    assertThat(AnyBody.read(body).get("status").asInt()).isEqualTo(status);
  }

  private static void dripInto(RawClient client) {
    try {
      client.send("X");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String live() {
    return "GET /health/live HTTP/1.1\r\n" + HOST + "\r\n";
  }

  private static String posting(int length, String... headers) {
    return "POST /v1/orders HTTP/1.1\r\n"
        + HOST
        + String.join("", headers)
        + "Content-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static String following(OrderId id, String last) {
    return "GET /v1/orders/"
        + id.value()
        + "/events HTTP/1.1\r\nAccept: text/event-stream\r\nLast-Event-ID: "
        + last
        + "\r\n"
        + HOST
        + "\r\n";
  }
}
