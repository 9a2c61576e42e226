package dev.crossdock.webhook;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.settings.Network;
import dev.crossdock.settings.WebhookSettings;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One attempt over HTTP: what arrives, what its answers mean, and whom it does not speak to. */
@Timeout(60)
class HttpCourierTest {
  private static final Courier.Envelope MESSAGE =
      new Courier.Envelope("msg_1", 1_614_265_330, "v1,abc v1,def", "{\"type\":\"order.closed\"}");
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final String PASSWORD = "secret";
  private static final List<Network> LOOPBACK = List.of(Network.of("127.0.0.0/8"));

  @TempDir Path directory;
  private Receiver receiver;

  @BeforeEach
  void start() throws Exception {
    receiver = Receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void sendsTheMessageAsItIsSigned() {
    assertThat(carried(receiver.url("/200?shop=1"))).isEqualTo(new Answer.Status(200, null));

    Receiver.Received received = receiver.received.getFirst();
    assertThat(received.body()).isEqualTo(MESSAGE.payload());
    assertThat(received.header("webhook-id")).isEqualTo("msg_1");
    assertThat(received.header("webhook-timestamp")).isEqualTo("1614265330");
    assertThat(received.header("webhook-signature")).isEqualTo("v1,abc v1,def");
    assertThat(received.header("content-type")).isEqualTo("application/json");
    assertThat(received.header("host")).isEqualTo("127.0.0.1:" + receiver.port());
  }

  @ParameterizedTest
  @CsvSource({"/204, 204", "/500, 500", "/410, 410", "/404, 404", "/301, 301"})
  void takesTheAnswerAsItIsAndFollowsNothing(String path, int status) {
    assertThat(carried(receiver.url(path))).isEqualTo(new Answer.Status(status, null));
    assertThat(receiver.received).hasSize(1);
  }

  @Test
  void readsHowLongItIsToBeLeftAlone() {
    assertThat(carried(receiver.url("/429")))
        .isEqualTo(new Answer.Status(429, Duration.ofMinutes(2)));
  }

  @Test
  void waitsForAnAnswerNoLongerThanItsDeadline() {
    assertThat(carried(receiver.url("/hang")))
        .isEqualTo(new Answer.Nothing("no answer within 5000 ms"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/endless", "/huge"})
  void takesTheHeadOfAnAnswerWhoseBodyHasNoEnd(String path) {
    assertThat(carried(receiver.url(path))).isEqualTo(new Answer.Status(200, null));
  }

  @Test
  void saysWhenThereIsNobody() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(carried("http://127.0.0.1:" + port))
        .isInstanceOfSatisfying(
            Answer.Nothing.class, it -> assertThat(it.reason()).startsWith("no connection"));
  }

  @Test
  void saysWhenANameIsNotKnown() {
    assertThat(carried("http://no-such-name.invalid/"))
        .isEqualTo(new Answer.Nothing("its name is not known"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]"})
  void speaksToNobodyInside(String host) {
    Answer answer =
        carried(List.of(), Function.identity(), "http://" + host + ":" + receiver.port() + "/200");

    assertThat(answer).isEqualTo(new Answer.Nothing("its address is not a public one"));
    assertThat(receiver.received).isEmpty();
  }

  @Test
  void speaksToNobodyWhenOneAddressOfTheNameIsInside() {
    Function<Names, Names> names = any -> name -> addresses("127.0.0.1", "10.0.0.1");

    assertThat(carried(LOOPBACK, names, "http://shop.example:" + receiver.port() + "/200"))
        .isEqualTo(new Answer.Nothing("its address is not a public one"));
    assertThat(receiver.received).isEmpty();
  }

  /** What is connected to is what was checked: the name is looked up once, and never again. */
  @Test
  void aNameThatChangesItsMindDoesNotGetThrough() {
    List<String> asked = new ArrayList<>();
    Function<Names, Names> names =
        any ->
            name -> {
              asked.add(name);
              return addresses(asked.size() == 1 ? "127.0.0.1" : "10.0.0.1");
            };

    assertThat(carried(LOOPBACK, names, "http://shop.example:" + receiver.port() + "/200"))
        .isEqualTo(new Answer.Status(200, null));
    assertThat(asked).containsExactly("shop.example");
    assertThat(receiver.received.getFirst().header("host"))
        .isEqualTo("shop.example:" + receiver.port());
  }

  @Test
  void aCertificateIsHeldAgainstTheNameAndNotTheAddress() throws Exception {
    Path keys = keys("shop.example");
    Function<Names, Names> names = any -> name -> addresses("127.0.0.1");
    HttpClientOptions trusting =
        new HttpClientOptions()
            .setTrustOptions(new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD));
    try (Receiver secure = Receiver.start(tls(keys))) {
      String port = ":" + secure.port() + "/200";

      assertThat(carried(LOOPBACK, names, trusting, "https://shop.example" + port))
          .isEqualTo(new Answer.Status(200, null));
      assertThat(carried(LOOPBACK, names, trusting, "https://other.example" + port))
          .isInstanceOf(Answer.Nothing.class);
      assertThat(carried(LOOPBACK, names, new HttpClientOptions(), "https://shop.example" + port))
          .as("nobody vouches for it")
          .isInstanceOf(Answer.Nothing.class);
      assertThat(secure.received).hasSize(1);
    }
  }

  private static Answer carried(String url) {
    return carried(LOOPBACK, Function.identity(), url);
  }

  private static Answer carried(List<Network> allowed, Function<Names, Names> names, String url) {
    return carried(allowed, names, new HttpClientOptions(), url);
  }

  private static Answer carried(
      List<Network> allowed, Function<Names, Names> names, HttpClientOptions options, String url) {
    HttpCouriers couriers = new HttpCouriers(settings(allowed), Clock.systemUTC(), options, names);
    Courier courier = couriers.courier();
    try {
      return Desk.answered(courier.carry(URI.create(url), MESSAGE));
    } finally {
      courier.close();
      couriers.close();
    }
  }

  private static WebhookSettings settings(List<Network> allowed) {
    WebhookSettings s = Desk.settings();
    return new WebhookSettings(
        s.endpointsMax(),
        false,
        allowed,
        DEADLINE,
        s.concurrencyMax(),
        s.poll(),
        s.workers(),
        s.connectionsMax(),
        s.oldSecretFor(),
        s.disableAfter(),
        s.retention());
  }

  private static Future<List<InetSocketAddress>> addresses(String... addresses) {
    return Future.succeededFuture(
        Arrays.stream(addresses)
            .map(
                address -> {
                  try {
                    return new InetSocketAddress(InetAddress.getByName(address), 0);
                  } catch (UnknownHostException e) {
                    throw new AssertionError(e);
                  }
                })
            .toList());
  }

  private Path keys(String name) throws Exception {
    Path keys = directory.resolve("keys.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "shop",
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + name,
            "-ext",
            "san=dns:" + name,
            "-storepass",
            PASSWORD,
            "-keystore",
            keys.toString());
    assertThat(new ProcessBuilder(command).redirectOutput(DISCARD).start().waitFor()).isZero();
    return keys;
  }

  private static SSLContext tls(Path keys) throws Exception {
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
}
