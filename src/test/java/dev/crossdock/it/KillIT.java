package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.simulator.FaultKind;
import dev.crossdock.simulator.FaultRule;
import dev.crossdock.simulator.Latency;
import dev.crossdock.simulator.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That {@code kill -9} in the middle of many orders loses none and does nothing twice. */
class KillIT {
  private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
  private static final Duration END_MAX = Duration.ofSeconds(90);
  private static final Map<String, String> ACQUIRING =
      Map.of(
          "reserveInventory", "inventory",
          "authorizePayment", "payment",
          "capturePayment", "payment",
          "bookShipment", "carrier-a",
          "releaseFulfillment", "warehouse");

  @Test
  void fiveHundredOrdersSurviveOnPostgres() {
    try (Postgres postgres = Postgres.start()) {
      survive("kill-postgres", postgres.freshJournal(), 500);
    }
  }

  @Test
  void aHundredOrdersSurviveOnH2(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
    survive("kill-h2", ConfigFile.h2Journal(folder), 100);
  }

  private static void survive(String name, String journal, int orders) {
    Latency latency = new Latency(100, 50);
    Pace pace = Pace.ofMillis(100, 100, 100);
    Shop shop = new Shop(orders);
    try (PretendPartners partners = PretendPartners.start(latency, pace, faults())) {
      Path config = ConfigFile.write(name, journal, partners.settings());
      killInTheMiddle(Program.serve(name, config), partners, shop, orders);
      try (Program second = Program.serve(name, config);
          Client client = new Client(second.url())) {
        partners.callBack(second.url());
        awaitCaptures(name, second.url(), partners, shop);
        shop.placeTheRest(client);
        assertThat(Set.copyOf(shop.promised().values())).hasSize(orders);
        awaitCaptures(name, second.url(), partners, shop);
        awaitDelivery(client, shop);
      }
      assertThat(shop.refused()).isEmpty();
      Oracle.assertDoneOnce(partners.ledger(), shop.promised().values());
    }
  }

  /** Of an answer that is lost nobody knows whether the work was done. */
  static List<FaultRule> faults() {
    List<FaultRule> faults = new ArrayList<>();
    ACQUIRING.forEach(
        (operation, partner) -> {
          faults.add(
              FaultRule.always(partner, operation, FaultKind.DROP_AFTER).withProbability(0.04));
          faults.add(
              FaultRule.always(partner, operation, FaultKind.DROP_BEFORE).withProbability(0.02));
          faults.add(FaultRule.always(partner, operation, FaultKind.STATUS).withProbability(0.02));
        });
    return faults;
  }

  /** Some orders are done by then, many under way, some just taken, and some not answered. */
  private static void killInTheMiddle(
      Program first, PretendPartners partners, Shop shop, int orders) {
    try (first;
        Client client = new Client(first.url())) {
      partners.callBack(first.url());
      shop.begin(client, 1, orders / 2, 100);
      awaitInMiddle(() -> Oracle.captured(partners.ledger(), shop.promised().values()) > 0);
      shop.begin(client, orders / 2 + 1, orders, 100);
      awaitInMiddle(() -> shop.promised().size() > orders / 2 + orders / 10);
      first.kill();
      shop.awaitAnswers();
    }
    Set<String> promised = Set.copyOf(shop.promised().values());
    long captured = Oracle.captured(partners.ledger(), promised);
    LOG.info("killed: {} of {} promised, {} captured", promised.size(), orders, captured);
    assertThat(promised).as("not all are answered").hasSizeLessThan(orders);
    assertThat(captured).as("some are done").isLessThan(promised.size() * 9L / 10);
  }

  private static void awaitInMiddle(Callable<Boolean> condition) {
    await().atMost(END_MAX).pollInterval(Duration.ofMillis(20)).until(condition);
  }

  /** Only the partners are looked at: reading an order would wake it. */
  private static void awaitCaptures(String name, String url, PretendPartners partners, Shop shop) {
    List<String> open = new ArrayList<>(shop.promised().values());
    try {
      await("all that was promised goes on by itself")
          .atMost(END_MAX)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> Oracle.dropCaptured(partners.ledger(), open).isEmpty());
      LOG.info("all {} that were promised are captured", shop.promised().size());
    } catch (ConditionTimeoutException e) {
      throw Autopsy.of(name, url, partners.ledger(), open);
    }
  }

  private static void awaitDelivery(Client client, Shop shop) {
    List<String> open = new ArrayList<>(shop.promised().values());
    await("every order is delivered")
        .atMost(END_MAX)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              open.removeIf(id -> client.order(id).text("status").equals("DELIVERED"));
              return open.isEmpty();
            });
    LOG.info("every order is delivered");
  }
}
