package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.simulator.EffectKind;
import dev.crossdock.simulator.Latency;
import dev.crossdock.simulator.Pace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the program says in a line why it does not start, and ends; and stops in good order. */
class ServeRefusesIT {
  private static PretendPartners partners;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    partners = PretendPartners.start(new Latency(50, 0), Pace.ofMillis(500, 100, 100), List.of());
  }

  @AfterAll
  static void end() {
    partners.close();
  }

  @Test
  void everyWrongKeyIsNamedAtOnce() {
    Path config =
        ConfigFile.write(
            "wrong-keys",
            partners.settings(),
            "crossdock.http.prot = 8080",
            "crossdock.journal.pool-size = many",
            "crossdock.partners.payment.deadlin = 3s");
    try (Program program = Program.serve("wrong-keys", config)) {
      assertThat(program.exitCode()).isEqualTo(2);
      assertThat(program.complained())
          .contains("crossdock.http.prot", "crossdock.http.port")
          .contains("crossdock.journal.pool-size")
          .contains("crossdock.partners.payment.deadlin", "crossdock.partners.payment.deadline")
          .hasLineCount(3);
      assertThat(program.said()).isEmpty();
    }
  }

  @Test
  void aDatabaseOutOfReachIsSaidInOneLine() throws IOException {
    int nobody = unusedPort();
    Path config =
        ConfigFile.write(
            "no-database",
            partners.settings(),
            "crossdock.journal.url = \"jdbc:postgresql://127.0.0.1:" + nobody + "/x\"");
    try (Program program = Program.serve("no-database", config)) {
      assertThat(program.exitCode()).isEqualTo(1);
      assertOneLine(program, "127.0.0.1:" + nobody);
    }
  }

  @Test
  void anotherNumberOfShardsIsSaidInOneLine() {
    String h2 = ConfigFile.h2Journal(folder);
    Path first = ConfigFile.write("shards", partners.settings(), h2);
    try (Program program = Program.serve("shards", first)) {
      assertThat(program.url()).startsWith("http://");
      program.terminate();
    }
    Path other =
        ConfigFile.write("shards", partners.settings(), h2, "crossdock.runtime.shards = 12");
    try (Program program = Program.serve("shards", other)) {
      assertThat(program.exitCode()).isEqualTo(2);
      assertOneLine(program, "was made with 128 shards");
    }
  }

  @Test
  void aTakenPortIsSaidInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path config =
          ConfigFile.write(
              "taken-port",
              partners.settings(),
              ConfigFile.h2Journal(folder),
              "crossdock.http.port = " + taken.getLocalPort());
      try (Program program = Program.serve("taken-port", config)) {
        assertThat(program.exitCode()).isNotZero();
        assertOneLine(program, Integer.toString(taken.getLocalPort()));
      }
    }
  }

  private static void assertOneLine(Program program, String what) {
    assertThat(program.said()).isEmpty();
    assertThat(program.complained()).doesNotContain("\tat ");
    assertThat(program.complained().lines().filter(line -> line.startsWith("crossdock: ")))
        .singleElement()
        .asString()
        .contains(what);
  }

  /** The warehouse takes its time, so that the order is under way when it stops. */
  @Test
  void whatIsToldToStopStopsInGoodOrderAndGoesOn() {
    Path config = ConfigFile.write("stopped", partners.settings(), ConfigFile.h2Journal(folder));
    String id;
    try (Program program = Program.serve("stopped", config);
        Client client = new Client(program.url())) {
      partners.callBack(program.url());
      id = client.place("stopped", Wanted.lamps("PO-S")).text("id");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !ledgerOf(id, EffectKind.FULFILLMENT).isEmpty());
      assertThat(program.terminate()).isEqualTo(143);
      assertThat(program.complained()).doesNotContain("ERROR");
    }
    try (Program program = Program.serve("stopped", config);
        Client client = new Client(program.url())) {
      partners.callBack(program.url());
      assertThat(client.follow(id).getLast().status()).isEqualTo("DELIVERED");
      await("the capture, should the warehouse tell later than the carrier")
          .atMost(Duration.ofSeconds(30))
          .until(() -> ledgerOf(id, EffectKind.CAPTURE).size() == 1);
    }
  }

  private static List<?> ledgerOf(String id, EffectKind kind) {
    return partners.ledger().forOrder(id).ofKind(kind).items();
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
