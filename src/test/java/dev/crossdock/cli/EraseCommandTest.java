package dev.crossdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is typed to forget a customer reaches the node, and its exit code says whether all is gone.
 */
class EraseCommandTest {
  private static final String CERTIFICATE =
      "{\"certificateId\":\"era_1\",\"customerId\":\"cus 1\",\"orders\":2,\"keys\":[]%s}";

  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer node;
  private int status = 200;
  private String answer = CERTIFICATE.formatted("");

  @BeforeEach
  void start() throws IOException {
    node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    node.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    node.start();
  }

  @AfterEach
  void stop() {
    node.stop(0);
  }

  @Test
  void printsTheCertificate() {
    assertThat(erase("cus 1/+")).isZero();
    assertThat(asked).containsExactly("DELETE /v1/customers/cus%201%2F%2B/personal-data");
    assertThat(out).asString().contains("era_1");
  }

  @Test
  void saysByItsExitCodeThatSomethingIsLeft() {
    answer = CERTIFICATE.formatted(",\"ordersInClear\":[\"ord_0\"]");
    assertThat(erase("cus_1")).isEqualTo(1);
    assertThat(out).asString().contains("ord_0");
  }

  @Test
  void saysWhyItIsRefused() {
    status = 409;
    answer = "{\"title\":\"The customer has orders on their way\",\"detail\":\"ord_1 is SHIPPED\"}";
    assertThat(erase("cus_1")).isEqualTo(1);
    assertThat(err).asString().contains("409", "ord_1 is SHIPPED");
  }

  private int erase(String customer) {
    String url = "http://127.0.0.1:" + node.getAddress().getPort();
    return CommandLineInterface.line(settings -> new CompletableFuture<>(), Clock.systemUTC())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute("erase", customer, "--url", url);
  }
}
