package dev.crossdock.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls back, signed as the Standard Webhooks specification says, without its library. */
final class ForeignCaller implements AutoCloseable {
  private static final byte[] SECRET =
      "thirty-two bytes of a secret, ok".getBytes(StandardCharsets.UTF_8);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private volatile String crossdock = "";

  static String secret() {
    return "whsec_" + Base64.getEncoder().encodeToString(SECRET);
  }

  void callBack(String url) {
    crossdock = url;
  }

  /** What was called back so far: who, and the status of the answer. */
  List<String> log() {
    return List.copyOf(log);
  }

  /** Calls until it is taken. */
  void call(String partner, String body) {
    String id = "msg_" + UUID.randomUUID();
    await("callback of " + partner)
        .atMost(Duration.ofSeconds(20))
        .until(() -> send(partner, id, body) / 100 == 2);
  }

  private int send(String partner, String id, String body)
      throws IOException, InterruptedException {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(crossdock + "/v1/callbacks/" + partner))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .header("Webhook-Id", id)
            .header("Webhook-Timestamp", timestamp)
            .header("Webhook-Signature", signatures(id + "." + timestamp + "." + body))
            .POST(BodyPublishers.ofString(body))
            .build();
    int status = http.send(request, BodyHandlers.discarding()).statusCode();
    log.add(partner + " " + status);
    return status;
  }

  /** One with a secret that is no longer in use, and the right one. */
  private static String signatures(String signed) {
    byte[] old = "the secret that was used last year".getBytes(StandardCharsets.UTF_8);
    return "v1," + hmac(old, signed) + " v1," + hmac(SECRET, signed);
  }

  private static String hmac(byte[] secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
