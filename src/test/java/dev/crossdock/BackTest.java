package dev.crossdock;

import dev.crossdock.estimate.Forecasts;
import dev.crossdock.simulator.FaultKind;
import dev.crossdock.simulator.FaultRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether orders come when it was said: a node and its partners in one program, orders at a steady
 * rate, every estimate that their streams tell held against what happened. See {@code
 * scripts/backtest.sh}.
 */
public final class BackTest {
  private static final Logger LOG = LoggerFactory.getLogger(BackTest.class);

  private BackTest() {}

  /** What happens to the partners while orders come. */
  enum Scenario {
    STEADY,
    /** From the middle on the payment partner takes a second longer. */
    SLOW,
    /** For a sixth of the time the payment partner answers 503. */
    OUTAGE
  }

  /**
   * What came of it.
   *
   * @param warm estimates before it are not looked at
   */
  record Outcome(int delivered, Forecasts forecasts, Instant warm) {}

  /** Orders, orders a second, and scenarios; all three, if none is named. */
  public static void main(String[] arguments) throws IOException {
    int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
    int perSecond = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    List<Scenario> scenarios = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      scenarios.add(Scenario.valueOf(arguments[i].toUpperCase(java.util.Locale.ROOT)));
    }
    for (Scenario scenario : scenarios.isEmpty() ? List.of(Scenario.values()) : scenarios) {
      Outcome outcome = run(scenario, orders, perSecond);
      LOG.info("{}: {} of {} orders delivered", scenario, outcome.delivered(), orders);
      tell("when placed", outcome.forecasts().whenPlaced(), outcome.warm());
      tell("with every event", outcome.forecasts(), outcome.warm());
    }
  }

  private static void tell(String when, Forecasts forecasts, Instant warm) {
    LOG.info("  {}, confirmation: {}", when, forecasts.confirmation(warm));
    LOG.info("  {}, delivery: {}", when, forecasts.delivery(warm));
  }

  static Outcome run(Scenario scenario, int orders, int perSecond) throws IOException {
    Path folder = Files.createTempDirectory("backtest");
    try (BackTestNode node = BackTestNode.start(folder)) {
      Forecasts forecasts = new Forecasts();
      BackTestShop shop = new BackTestShop(node.url(), forecasts);
      Instant warm = null;
      for (int i = 0; i < orders; i++) {
        trouble(node, scenario, i, orders);
        if (i == orders / 4) {
          warm = node.now();
        }
        shop.place(i);
        node.pause(1000 / perSecond);
      }
      node.goWrong(List.of());
      int delivered = shop.awaitAll();
      return new Outcome(delivered, forecasts, warm == null ? node.now() : warm);
    } finally {
      delete(folder);
    }
  }

  private static void trouble(BackTestNode node, Scenario scenario, int i, int orders) {
    String payment = "payment";
    String authorize = "authorizePayment";
    if (scenario == Scenario.SLOW && i == orders / 2) {
      FaultRule slow = FaultRule.always(payment, authorize, FaultKind.LATENCY);
      node.goWrong(List.of(slow.withMillis(1000)));
    }
    if (scenario == Scenario.OUTAGE && i == orders / 2) {
      node.goWrong(List.of(FaultRule.always(payment, authorize, FaultKind.STATUS)));
    }
    if (scenario == Scenario.OUTAGE && i == orders * 2 / 3) {
      node.goWrong(List.of());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
