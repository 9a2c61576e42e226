package dev.crossdock.partner.http;

import static dev.crossdock.partner.Outcome.Reach.NOT_ACTED_ON;
import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Succeeded;
import dev.crossdock.partner.Outcome.Unanswered;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Partners over TLS: only those whose certificate is trusted and made out to their host. */
@Timeout(30)
class HttpsPartnerTest {
  private static final String PASSWORD = "secret";
  private static final AtomicInteger REQUESTS = new AtomicInteger();

  @TempDir private static Path directory;
  private static Path keys;
  private static HttpsServer server;

  @BeforeAll
  static void start() throws Exception {
    keys = directory.resolve("keys.p12");
    makeKeys();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.setHttpsConfigurator(new HttpsConfigurator(tls()));
    server.createContext(
        "/",
        exchange -> {
          REQUESTS.incrementAndGet();
          byte[] body = "{\"notificationId\":\"n1\"}".getBytes(UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(202, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void callsAPartnerThatIsTrusted() {
    assertThat(call("localhost", trusting())).isEqualTo(new Succeeded(new Answer.Notified("n1")));
  }

  @Test
  void doesNotCallAPartnerThatIsNotTrusted() {
    assertNotCalled("localhost", new HttpClientOptions());
  }

  @Test
  void doesNotCallAPartnerUnderAnotherName() {
    assertNotCalled("127.0.0.1", trusting());
  }

  private static void assertNotCalled(String host, HttpClientOptions options) {
    int before = REQUESTS.get();

    assertThat(call(host, options))
        .isInstanceOfSatisfying(
            Unanswered.class, outcome -> assertThat(outcome.reach()).isEqualTo(NOT_ACTED_ON));
    assertThat(REQUESTS).hasValue(before);
  }

  private static Outcome call(String host, HttpClientOptions options) {
    HttpPartners partners = new HttpPartners(Clock.systemUTC(), options);
    try {
      URI url = URI.create("https://" + host + ":" + server.getAddress().getPort());
      return partners
          .forPartner("acme", url, 1)
          .call(Asks.toDo(Asks.NOTIFY))
          .toCompletableFuture()
          .join();
    } finally {
      partners.close().toCompletableFuture().join();
    }
  }

  private static HttpClientOptions trusting() {
    return new HttpClientOptions()
        .setTrustOptions(new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD));
  }

  private static SSLContext tls() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static void makeKeys() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "partner",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-storepass",
            PASSWORD,
            "-keystore",
            keys.toString());
    assertThat(new ProcessBuilder(command).redirectOutput(DISCARD).start().waitFor()).isZero();
  }
}
