package dev.crossdock.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An order service as many teams write it: a thread sees an order through, calls block, and a row
 * says how far it is. It survives a crash: what was not done is begun again where its row stands.
 */
final class BaselineService {
  private static final Logger LOG = LoggerFactory.getLogger(BaselineService.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ORDER_THREADS = 200;
  private static final int BACKLOG = 10_000;

  private final BaselineStore store;
  private final BaselinePartners partners;
  private final Executor orders;
  private final ExecutorService calls;

  private BaselineService(
      BaselineStore store, BaselinePartners partners, Executor orders, ExecutorService calls) {
    this.store = store;
    this.partners = partners;
    this.orders = orders;
    this.calls = calls;
  }

  /** What to run on: the words of its command line. */
  enum Threads {
    PLATFORM,
    VIRTUAL
  }

  /**
   * Runs until it is killed. Says on standard output where it takes orders, once it does.
   *
   * @param args threads, port, JDBC URL, URL of the partners, seconds that a partner may take
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    boolean isVirtual = Threads.valueOf(args[0]) == Threads.VIRTUAL;
    BaselineStore store = BaselineStore.open(args[2]);
    BaselinePartners partners =
        new BaselinePartners(args[3], Duration.ofSeconds(Integer.parseInt(args[4])));
    BaselineService service =
        isVirtual
            ? new BaselineService(store, partners, anyNumber(), anyNumber())
            : new BaselineService(
                store, partners, atMost(ORDER_THREADS), atMost(2 * ORDER_THREADS));
    service.goOn();
    service.serve(Integer.parseInt(args[1]), isVirtual ? anyNumber() : atMost(ORDER_THREADS));
    say("takes orders at http://127.0.0.1:" + args[1]);
  }

  private static ExecutorService anyNumber() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  private static ExecutorService atMost(int threads) {
    return Executors.newFixedThreadPool(threads);
  }

  private static void say(String what) {
    PrintStream out = System.out;
    out.println(what);
    out.flush();
  }

  /** What was not done when it stopped. */
  private void goOn() throws SQLException {
    store.open().forEach(order -> orders.execute(() -> see(order)));
  }

  private void serve(int port, Executor intake) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    server.setExecutor(intake);
    server.createContext("/v1/orders", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      JsonNode order = JSON.readTree(body);
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      BaselineOrder placed = BaselineOrder.placed(key, order);
      boolean isNew = store.insert(placed, body);
      if (isNew) {
        orders.execute(() -> see(placed));
      }
      byte[] answer = ("{\"id\":\"" + placed.id() + "\"}").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(isNew ? 201 : 200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (SQLException e) {
      LOG.warn("cannot take an order", e);
      exchange.sendResponseHeaders(503, -1);
    }
  }

  private void see(BaselineOrder order) {
    try {
      new BaselineErrand(order, store, partners, calls).run();
    } catch (Exception e) {
      LOG.warn("order {} stopped", order.id(), e);
    }
  }
}
