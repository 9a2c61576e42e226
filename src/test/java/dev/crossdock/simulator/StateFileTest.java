package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the partners still know, and still have to do, after a restart. */
class StateFileTest {

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("below/simulator.ndjson");
  }

  private Bench start(Pace pace) {
    return Bench.start(Bench.settings(pace).withStateFile(file));
  }

  @Test
  void knowsEveryEffectAndEveryAnswer() throws Exception {
    Ledger before;
    Bench.Answer answered;
    try (Bench bench = start(Bench.NEVER)) {
      answered = authorize(bench);
      bench.change("notification", "/v1/notifications", "n1", Bodies.notification("ord_1"));
      before = bench.simulator().ledger();
    }
    try (Bench bench = start(Bench.NEVER)) {
      assertThat(before.items()).hasSize(2);
      assertThat(bench.simulator().ledger()).isEqualTo(before);
      assertThat(authorize(bench)).isEqualTo(answered);
      assertThat(bench.simulator().ledger().ofKind(EffectKind.AUTHORIZATION).items())
          .singleElement()
          .satisfies(item -> assertThat(item.calls()).isEqualTo(2));
    }
  }

  @Test
  void ignoresALastLineThatWasCutShortAndGoesOnBehindIt() throws Exception {
    try (Bench bench = start(Bench.NEVER)) {
      authorize(bench);
    }
    Files.writeString(file, "{\"line\":\"chan", StandardOpenOption.APPEND);
    try (Bench bench = start(Bench.NEVER)) {
      bench.change("notification", "/v1/notifications", "n1", Bodies.notification("ord_1"));
    }
    try (Bench bench = start(Bench.NEVER)) {
      assertThat(bench.simulator().ledger().items()).hasSize(2);
    }
  }

  @Test
  void goesOnWithWhatWasUnderWay() throws Exception {
    try (Bench bench = start(Pace.ofMillis(400, 20, 400))) {
      authorize(bench);
      String code =
          bench
              .change(
                  "carrier-b",
                  "/v1/shipments",
                  "b1",
                  Bodies.booking(
                      "ord_1", "shp_1", "rate_carrier-b_express_shp_1", Bodies.helsinki()))
              .text("trackingCode");
      bench.change(
          "warehouse", "/v1/fulfillments", "f1", Bodies.fulfillment("ord_1", "shp_1", "MUG", code));
    }
    try (Bench bench = start(Bench.QUICK)) {
      await()
          .untilAsserted(
              () ->
                  assertThat(bench.simulator().ledger().items())
                      .extracting(LedgerEntry::status)
                      .containsExactly("AUTHORIZED", "BOOKED", "SHIPPED"));
    }
  }

  @Test
  void tellsWhatNobodyTookBefore() throws Exception {
    String nobody;
    try (Mailbox mailbox = Mailbox.open()) {
      nobody = mailbox.url();
    }
    SimulatorSettings settings = Bench.settings(Bench.QUICK).withStateFile(file);
    try (Bench bench = Bench.start(settings.withCallbacks(nobody, Mailbox.SECRET))) {
      authorize(bench);
      await().until(() -> !bench.control("GET", "/callbacks", "").body().equals("[]"));
    }
    try (Mailbox mailbox = Mailbox.open();
        Bench bench = Bench.start(settings.withCallbacks(mailbox.url(), Mailbox.SECRET))) {
      await().untilAsserted(() -> assertThat(mailbox.letters()).hasSize(1));
      await().until(() -> bench.control("GET", "/callbacks", "").body().equals("[]"));
    }
  }

  @Test
  void doesNotStartOnAFileThatIsNotItsOwn() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "something else\n");
    assertThatThrownBy(() -> start(Bench.NEVER)).hasMessageContaining("state file");
    assertThat(file).hasContent("something else\n");
  }

  @Test
  void doesNotStartOnAPortThatIsTaken() {
    try (Bench bench = start(Bench.NEVER)) {
      SimulatorSettings same =
          Bench.settings(Bench.NEVER).at("127.0.0.1", bench.simulator().port());
      assertThatThrownBy(() -> Bench.start(same)).hasStackTraceContaining("bind");
    }
  }

  private static Bench.Answer authorize(Bench bench) throws Exception {
    return bench.change(
        "payment",
        "/v1/authorizations",
        "a1",
        Bodies.authorization("ord_1", "tok_pending", "39.80"));
  }
}
