package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One key, one effect: whatever comes again, changed or at the same time. */
class IdempotencyTest {

  private static final String PATH = "/v1/notifications";
  private static Bench bench;

  @BeforeAll
  static void start() {
    bench = Bench.start(Bench.settings(Bench.NEVER));
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void answersTheSameCallTheSameAgain() throws Exception {
    var first = bench.change("notification", PATH, "n1", Bodies.notification("ord_n1"));
    assertThat(first.status()).isEqualTo(202);
    assertThat(bench.change("notification", PATH, "n1", Bodies.notification("ord_n1")))
        .isEqualTo(first);
    assertThat(bench.simulator().ledger().forOrder("ord_n1").items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.calls()).isEqualTo(2);
              assertThat(item.effects()).isEqualTo(1);
            });
  }

  @Test
  void takesFieldsInAnotherOrderForTheSameBody() throws Exception {
    String one =
        """
        {"orderId":"ord_n2","template":"t","to":"a@example.com"}\
        """;
    String same =
        """
        {"to":"a@example.com", "template":"t", "orderId":"ord_n2"}\
        """;
    assertThat(bench.change("notification", PATH, "n2", same))
        .isEqualTo(bench.change("notification", PATH, "n2", one));
  }

  @Test
  void refusesTheKeyForAnotherBodyOrAnotherOperation() throws Exception {
    String reserve = Bodies.reservation("ord_n3", Bodies.line("1", "MUG", 1));
    String id = bench.change("inventory", "/v1/reservations", "n3", reserve).text("reservationId");
    assertThat(
            bench
                .change(
                    "inventory",
                    "/v1/reservations",
                    "n3",
                    Bodies.reservation("ord_n3", Bodies.line("1", "MUG", 2)))
                .status())
        .isEqualTo(422);
    assertThat(bench.change("inventory", "/v1/reservations/" + id + "/release", "n3", "").status())
        .isEqualTo(422);
  }

  @Test
  void needsAKeyForWhatChangesSomething() throws Exception {
    var request =
        bench
            .request("notification", PATH)
            .POST(BodyPublishers.ofString(Bodies.notification("ord_n4")));
    assertThat(bench.send(request).statusCode()).isEqualTo(400);
    assertThat(
            bench
                .change("notification", PATH, "k".repeat(256), Bodies.notification("ord_n4"))
                .status())
        .isEqualTo(400);
    assertThat(bench.simulator().ledger().forOrder("ord_n4").items()).isEmpty();
  }

  @Test
  void doesNotRememberARequestThatWasNotValid() throws Exception {
    assertThat(bench.change("notification", PATH, "n5", "{}").status()).isEqualTo(400);
    assertThat(bench.change("notification", PATH, "n5", Bodies.notification("ord_n5")).status())
        .isEqualTo(202);
  }

  @Test
  void hasOneEffectOfManyCallsAtOnce() {
    String body = Bodies.reservation("ord_n6", Bodies.line("1", "MUG", 1));
    List<CompletableFuture<String>> calls =
        IntStream.range(0, 200)
            .mapToObj(i -> bench.later("inventory", "/v1/reservations", "n6", body))
            .toList();
    assertThat(calls.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(bench.simulator().ledger().forOrder("ord_n6").items())
        .singleElement()
        .satisfies(item -> assertThat(item.calls()).isEqualTo(200));
  }
}
