package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That {@code dev} runs everything by itself, and goes on with what it had. */
class DevIT {
  private static final Duration REACHED_MAX = Duration.ofSeconds(40);

  @TempDir private Path folder;

  @Test
  void itGoesOnAfterAStopAndAfterAKill() {
    String id;
    try (Program program = dev();
        Client client = new Client(program.url())) {
      id = client.place("dev", Wanted.lamps("PO-DEV")).text("id");
      awaitStatus(client, id, "RELEASED");
      assertThat(program.terminate()).isEqualTo(143);
    }
    try (Program program = dev();
        Client client = new Client(program.url())) {
      awaitStatus(client, id, "SHIPPED");
      program.kill();
    }
    try (Program program = dev();
        Client client = new Client(program.url())) {
      assertThat(client.follow(id).getLast().status()).isEqualTo("DELIVERED");
    }
  }

  private Program dev() {
    return Program.start(
        "dev", "dev", "--data", folder.toString(), "--port", "0", "--simulator-port", "0");
  }

  private static void awaitStatus(Client client, String id, String status) {
    await(status)
        .atMost(REACHED_MAX)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> client.order(id).text("status").equals(status));
  }
}
