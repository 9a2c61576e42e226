package dev.crossdock.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Partners of other houses on the HTTP server of the JDK, written from the partner API's document
 * alone. This is how they are reached; what they do is in {@link ForeignDesks}.
 */
final class ForeignPartners implements AutoCloseable {

  /** A partner of another house. */
  @FunctionalInterface
  interface Desk {
    Reply answer(Asked asked);
  }

  /**
   * A call.
   *
   * @param route method and path with a star for an id, such as {@code POST /v1/captures/x/refunds}
   * @param id what stood at the star, decoded
   */
  record Asked(String route, String id, String reference, String key, JsonNode body) {}

  /**
   * What is sent back.
   *
   * @param lost the connection is cut instead
   */
  record Reply(int status, String json, boolean lost) {
    static Reply of(int status, String json) {
      return new Reply(status, json, false);
    }

    static Reply problem(int status, String title) {
      return of(
          status, "{\"type\": \"x\", \"title\": \"" + title + "\", \"status\": " + status + "}");
    }

    Reply butLost() {
      return new Reply(status, json, true);
    }
  }

  private final HttpServer server;
  private final ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Reply> answered = new ConcurrentHashMap<>();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  ForeignPartners() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(clerks);
    server.start();
  }

  /** Opens a partner there; gives its base URL. */
  String open(String base, Desk desk) {
    server.createContext(base, exchange -> serve(base, desk, exchange));
    return "http://127.0.0.1:" + server.getAddress().getPort() + base;
  }

  /** The calls so far: the base of the partner, the route, and the status. */
  List<String> log() {
    return List.copyOf(log);
  }

  private void serve(String base, Desk desk, HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Asked asked = asked(base, exchange, body);
    Reply reply = answer(base, desk, asked);
    log.add(base + " " + asked.route() + " " + (reply.lost() ? "lost" : reply.status()));
    if (!reply.lost()) {
      byte[] bytes = reply.json().getBytes(StandardCharsets.UTF_8);
      String type =
          reply.status() < 400 ? "application/json;charset=UTF-8" : "application/problem+json";
      exchange.getResponseHeaders().add("content-type", type);
      exchange.sendResponseHeaders(reply.status(), 0);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  /** A key that was seen before gets the answer that it had, and that answer is not lost again. */
  private Reply answer(String base, Desk desk, Asked asked) {
    if (asked.key().isEmpty()) {
      return desk.answer(asked);
    }
    String call = base + " " + asked.key();
    Reply before = answered.get(call);
    if (before != null) {
      return before;
    }
    Reply reply = desk.answer(asked);
    answered.put(call, Reply.of(reply.status(), reply.json()));
    return reply;
  }

  /** The path as it was sent: an id may have a slash in it, which is then encoded. */
  private static Asked asked(String base, HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().getRawPath().substring(base.length());
    List<String> parts = Stream.of(path.split("/")).toList();
    String id = parts.size() > 3 ? decoded(parts.get(3).replace("+", "%2B")) : "";
    String way = parts.size() > 4 ? "/*/" + parts.get(4) : parts.size() > 3 ? "/*" : "";
    String collection = String.join("/", parts.subList(0, Math.min(3, parts.size())));
    String query = exchange.getRequestURI().getRawQuery();
    String reference =
        query != null && query.startsWith("reference=") ? decoded(query.substring(10)) : "";
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    return new Asked(
        exchange.getRequestMethod() + " " + collection + way,
        id,
        reference,
        key == null ? "" : key,
        Client.json(body.isEmpty() ? "{}" : body));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    clerks.shutdownNow();
  }
}
