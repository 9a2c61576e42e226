package dev.crossdock.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A merchant's server that does what the path says: {@code /200}, {@code /hang} and so on. */
final class Receiver implements AutoCloseable {
  final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** A request that arrived. */
  record Received(String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return Objects.requireNonNull(headers.get(name), name).getFirst();
    }
  }

  private Receiver(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static Receiver start() throws IOException {
    return new Receiver(HttpServer.create(anyPort(), 50));
  }

  static Receiver start(SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 50);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new Receiver(server);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    received.add(
        new Received(path, exchange.getRequestHeaders(), new String(body, StandardCharsets.UTF_8)));
    try (exchange) {
      switch (path) {
        case "/hang" -> await();
        case "/endless" -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          await();
        }
        case "/huge" -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[1 << 20]);
        }
        case "/301" -> answer(exchange, 301, "Location", url("/200"));
        case "/429" -> answer(exchange, 429, "Retry-After", "120");
        default -> answer(exchange, Integer.parseInt(path.substring(1)), null, "");
      }
    }
  }

  private static void answer(
      HttpExchange exchange, int status, @Nullable String header, String value) throws IOException {
    if (header != null) {
      exchange.getResponseHeaders().add(header, value);
    }
    exchange.sendResponseHeaders(status, -1);
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
