package dev.crossdock.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The server is killed in the middle of a burst and started again; the shop and partners stay. */
final class KillScenario implements Scenario {
  static final String NAME = "kill";

  @Override
  public void run(Contender contender, int round, Plan plan, Surroundings around) throws Exception {
    int orders = plan.killed();
    String name = "kill-" + contender.name() + "-" + round;
    try (Stage stage = around.stage(contender, name, orders, Stage.Terms.usual())) {
      Tally tally = stage.tally();
      stage.place(orders, 0);
      tally.awaitDone(orders / 5, plan.atMost());
      Map<String, Double> figures = new TreeMap<>();
      figures.put("doneBefore", (double) tally.doneCount());
      figures.put("acknowledgedBefore", (double) tally.acknowledgedCount());
      long redone = tally.redone();
      long killed = System.nanoTime();
      stage.killAndRestart();
      figures.put("secondsUntilItTookOrders", (System.nanoTime() - killed) / 1e9);
      tally.awaitDone(orders, plan.atMost());
      figures.put("seconds", (System.nanoTime() - killed) / 1e9);
      Stage.pause(Duration.ofSeconds(1));
      figures.put("redoneSteps", (double) (tally.redone() - redone));
      figures.put("lostOrders", (double) lost(tally, orders));
      figures.put("completed", (double) tally.doneCount());
      figures.put("orders", (double) orders);
      around.note(new Result(NAME, contender.name(), round, orders, figures));
    }
  }

  /** Acknowledged, and never done. */
  private static long lost(Tally tally, int orders) {
    long lost = 0;
    for (int number = 0; number < orders; number++) {
      lost += tally.acknowledged(number) != 0 && tally.done(number) == 0 ? 1 : 0;
    }
    return lost;
  }
}
