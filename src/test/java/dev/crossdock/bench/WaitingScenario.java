package dev.crossdock.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** How much memory orders take that all wait for a slow payment partner. */
final class WaitingScenario implements Scenario {
  static final String NAME = "waiting";
  private static final int CONNECTIONS_MAX = 10_000;
  private static final int PLACED_PER_SECOND = 300;

  /** More than a burst is let in. */
  private static final int AT_ONCE_MAX = 10_000;

  private static final int DEADLINE_SECONDS = 600;
  private static final int MARGIN_SECONDS = 5;

  @Override
  public void run(Contender contender, int round, Plan plan, Surroundings around) throws Exception {
    for (int orders : plan.waiting()) {
      around.note(wait(contender, round, orders, plan, around));
    }
  }

  private static Result wait(
      Contender contender, int round, int orders, Plan plan, Surroundings around) throws Exception {
    String name = "waiting-" + contender.name() + "-" + orders + "-" + round;
    var terms = Stage.Terms.waiting(DEADLINE_SECONDS, CONNECTIONS_MAX);
    try (Stage stage = around.stage(contender, name, orders, terms)) {
      Duration delay = plan.waitingDelay().plusSeconds(orders / PLACED_PER_SECOND);
      stage.partners().delay(Desk.PAYMENT, delay);
      Map<String, Double> figures = new TreeMap<>();
      figures.put("serverMebibytesBefore", stage.server().mebibytes());
      figures.put("databaseMebibytesBefore", stage.postgres().mebibytes());
      figures.put("liveMebibytesBefore", stage.server().liveMebibytes());
      double before = stage.processorSeconds();
      stage.place(orders, orders > AT_ONCE_MAX ? PLACED_PER_SECOND : 0);
      awaitAll(stage.tally(), orders, delay, plan.atMost());
      double used = stage.processorSeconds() - before;
      figures.put("processorSecondsPer1000", used / orders * 1000);
      figures.put("acknowledged", (double) stage.tally().acknowledgedCount());
      figures.put("waitingAtPartner", (double) stage.tally().waitingAt(Desk.PAYMENT));
      figures.put("serverMebibytes", stage.server().mebibytes());
      figures.put("databaseMebibytes", stage.postgres().mebibytes());
      figures.put("liveMebibytes", stage.server().liveMebibytes());
      figures.put("serverMebibytesCollected", stage.server().mebibytes());
      return new Result(NAME, contender.name(), round, orders, figures);
    }
  }

  /** Until all that may be under way wait there, or the first of them is about to be answered. */
  private static void awaitAll(Tally tally, int orders, Duration delay, Duration atMost) {
    int atPartner = Math.min(orders, CONNECTIONS_MAX);
    awaitUntil(() -> tally.waitingAt(Desk.PAYMENT) > 0, atMost);
    awaitUntil(
        () -> tally.acknowledgedCount() == orders && tally.waitingAt(Desk.PAYMENT) >= atPartner,
        delay.minusSeconds(MARGIN_SECONDS));
    Stage.pause(Duration.ofSeconds(1));
  }

  private static void awaitUntil(BooleanSupplier is, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end && !is.getAsBoolean()) {
      Stage.pause(Duration.ofMillis(200));
    }
  }
}
