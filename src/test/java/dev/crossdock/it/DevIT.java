package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That {@code dev} runs everything by itself, and goes on with what it had. */
class DevIT {
  private static final Duration RELEASE_MAX = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void itGoesOnAfterAStopAndAfterAKill() {
    String first;
    try (Program program = dev();
        Client client = new Client(program.url())) {
      first = placeAndRelease(client, "first");
      assertThat(program.terminate()).isEqualTo(143);
    }
    String second;
    try (Program program = dev();
        Client client = new Client(program.url())) {
      second = placeAndRelease(client, "second");
      program.kill();
    }
    try (Program program = dev();
        Client client = new Client(program.url())) {
      assertThat(client.follow(first).getLast().status()).isEqualTo("DELIVERED");
      assertThat(client.follow(second).getLast().status()).isEqualTo("DELIVERED");
    }
  }

  private Program dev() {
    return Program.start(
        "dev", "dev", "--data", folder.toString(), "--port", "0", "--simulator-port", "0");
  }

  /** The goods are six seconds in the warehouse, and ten on the road. */
  private static String placeAndRelease(Client client, String key) {
    String id = client.place(key, Wanted.lamps("PO-" + key)).text("id");
    await("release")
        .atMost(RELEASE_MAX)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> client.order(id).text("status").matches("RELEASED|SHIPPED"));
    return id;
  }
}
