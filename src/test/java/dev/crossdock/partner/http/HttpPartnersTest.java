package dev.crossdock.partner.http;

import static dev.crossdock.partner.Outcome.Reach.MAYBE_ACTED_ON;
import static dev.crossdock.partner.Outcome.Reach.NOT_ACTED_ON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Succeeded;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.Partner;
import dev.crossdock.partner.PartnerCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against a server that is not of its making. */
@Timeout(30)
class HttpPartnersTest {
  private static final Outcome NOTIFIED = new Succeeded(new Answer.Notified("n1"));

  private final HttpPartners partners = new HttpPartners(Clock.systemUTC());
  private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private int status = 202;

  /** What arrived of a request. */
  private record Seen(String line, Headers headers, String body, int clientPort) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
    partners.close().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/acme/api", "/acme/api/"})
  void saysWhatThePartnerApiWantsToHear(String path) {
    assertThat(call(partner(path), Asks.NOTIFY)).isEqualTo(NOTIFIED);

    Seen request = seen.remove();
    assertThat(request.line()).isEqualTo("POST /acme/api/v1/notifications");
    assertThat(request.body()).startsWith("{\"orderId\":\"ord_7\",").endsWith("}");
    assertThat(request.headers().getFirst("Host"))
        .isEqualTo("localhost:" + server.getAddress().getPort());
    assertThat(request.headers().getFirst("Idempotency-Key")).isEqualTo(Asks.KEY);
    assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(request.headers().getFirst("Accept")).isEqualTo("application/json");
    assertThat(request.headers().getFirst("User-Agent")).startsWith("crossdock/");
  }

  @Test
  void saysThatAPostWithoutBodyHasNone() {
    assertThat(call(partner(""), Asks.RELEASE_RESERVATION)).isInstanceOf(Unanswered.class);

    Seen request = seen.remove();
    assertThat(request.line()).isEqualTo("POST /v1/reservations/res%2F1%20a/release");
    assertThat(request.headers().getFirst("Content-Length")).isEqualTo("0");
    assertThat(request.headers()).doesNotContainKey("Content-Type");
    assertThat(request.headers().getFirst("Idempotency-Key")).isEqualTo(Asks.KEY);
  }

  @Test
  void looksUpByReference() {
    PartnerCall call = Asks.toLookUp(Asks.CAPTURE);

    assertThat(partner("/x").call(call).toCompletableFuture().join())
        .isInstanceOf(Unanswered.class);
    assertThat(seen.remove().line())
        .isEqualTo("GET /x/v1/captures?reference=default%3Aord_7%3Areserve-inventory%3A1");
  }

  @Test
  void keepsItsConnection() {
    Partner partner = partner("");
    for (int i = 0; i < 3; i++) {
      assertThat(call(partner, Asks.NOTIFY)).isEqualTo(NOTIFIED);
    }

    assertThat(seen.stream().map(Seen::clientPort).distinct()).hasSize(1);
  }

  @Test
  void followsNoRedirect() {
    status = 302;

    assertThat(call(partner(""), Asks.TRACK))
        .isEqualTo(
            new Unanswered(MAYBE_ACTED_ON, "the redirect to /elsewhere is not followed", null));
    assertThat(seen).hasSize(1);
  }

  @Test
  void answersForWhatItCannotAsk() {
    PartnerCall call = Asks.toLookUp(Asks.TRACK);

    assertThat(partner("").call(call).toCompletableFuture().join())
        .isInstanceOfSatisfying(
            Unanswered.class, outcome -> assertThat(outcome.reach()).isEqualTo(NOT_ACTED_ON));
    assertThat(seen).isEmpty();
  }

  @Test
  void answersForAKeyThatNoHeaderCanCarry() {
    PartnerCall call =
        new PartnerCall(Asks.NOTIFY, "a\r\nb: c", PartnerCall.Mode.DO, Duration.ofSeconds(10));

    assertThat(partner("").call(call).toCompletableFuture().join())
        .isInstanceOfSatisfying(
            Unanswered.class, outcome -> assertThat(outcome.reach()).isEqualTo(NOT_ACTED_ON));
    assertThat(seen).isEmpty();
  }

  @Test
  void answersWhenClosed() {
    Partner partner = partner("");
    assertThat(call(partner, Asks.NOTIFY)).isEqualTo(NOTIFIED);
    partners.close().toCompletableFuture().join();

    assertThat(call(partner, Asks.NOTIFY))
        .isInstanceOfSatisfying(
            Unanswered.class, outcome -> assertThat(outcome.reach()).isEqualTo(NOT_ACTED_ON));
  }

  private Partner partner(String path) {
    URI url = URI.create("http://localhost:" + server.getAddress().getPort() + path);
    return partners.forPartner("acme", url, 4);
  }

  private static Outcome call(Partner partner, Ask ask) {
    return partner.call(Asks.toDo(ask)).toCompletableFuture().join();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      seen.add(
          new Seen(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              exchange.getRequestHeaders(),
              body,
              exchange.getRemoteAddress().getPort()));
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      exchange.sendResponseHeaders(status, 0);
      exchange.getResponseBody().write("{\"notificationId\":\"n1\"}".getBytes(UTF_8));
    }
  }
}
