package dev.crossdock.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A pretend Crossdock that takes batches, and can be told to fail at them. */
final class PretendIntake implements AutoCloseable {
  private final HttpServer server;
  private final Deque<Function<List<String>, String>> failures = new ArrayDeque<>();
  private final Set<String> taken = new HashSet<>();
  private int requests;

  PretendIntake() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/v1/orders:batch", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * One more request, behind those told before, is answered like this.
   *
   * @param failure makes an answer of lines; empty: the connection is cut
   */
  synchronized void fail(Function<List<String>, String> failure) {
    failures.add(failure);
  }

  /** Lines that were taken, each once. */
  synchronized Set<String> taken() {
    return Set.copyOf(taken);
  }

  synchronized int requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void take(HttpExchange exchange) throws IOException {
    requests++;
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = body.lines().toList();
    Function<List<String>, String> failure = failures.poll();
    String answer = failure == null ? answers(lines) : failure.apply(lines);
    if (!answer.isEmpty()) {
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  /** A line with "bad" in it is refused, all others are taken. */
  synchronized String answers(List<String> lines) {
    StringBuilder answers = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      answers.append("{\"line\":").append(i + 1).append(",\"status\":").append(of(lines.get(i)));
    }
    return answers.toString();
  }

  private String of(String line) {
    if (line.contains("bad")) {
      return "422,\"problem\":{\"type\":\"/problems/validation-failed\"}}\n";
    }
    return (taken.add(line) ? 201 : 200) + ",\"orderId\":\"ord_1\"}\n";
  }
}
