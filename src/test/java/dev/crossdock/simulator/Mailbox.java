package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where callbacks arrive in a test; it can be told to refuse the next ones. */
final class Mailbox implements AutoCloseable {

  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final HttpServer server;
  private final Queue<Integer> refusals = new ArrayDeque<>();
  private final List<Letter> letters = new CopyOnWriteArrayList<>();

  /** One callback as it came. */
  record Letter(String path, Map<String, List<String>> headers, String text) {

    String id() {
      return headers.getOrDefault("Webhook-id", List.of("none")).getFirst();
    }

    JsonNode body() {
      try {
        return Json.MAPPER.readTree(text);
      } catch (IOException e) {
        throw new AssertionError(text, e);
      }
    }

    void verify() throws Exception {
      new Webhook(SECRET).verify(text, headers);
    }
  }

  private Mailbox(HttpServer server) {
    this.server = server;
  }

  static Mailbox open(Integer... refusals) throws IOException {
    Mailbox mailbox =
        new Mailbox(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    mailbox.refusals.addAll(List.of(refusals));
    mailbox.server.createContext("/", mailbox::take);
    mailbox.server.start();
    return mailbox;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Letter> letters() {
    return letters;
  }

  List<JsonNode> ofType(String type) {
    return letters.stream()
        .map(Letter::body)
        .filter(body -> body.path("type").asText().equals(type))
        .toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    letters.add(
        new Letter(
            exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), text));
    Integer refusal = refusals.poll();
    exchange.sendResponseHeaders(refusal == null ? 202 : refusal, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
