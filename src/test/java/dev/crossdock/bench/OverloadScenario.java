package dev.crossdock.bench;

import java.util.Map;

/**
 * More orders than can be done, for a while: what becomes of those that are accepted, and what it
 * costs to refuse the others. Only for who refuses any.
 */
final class OverloadScenario implements Scenario {
  static final String NAME = "overload";

  /** Of capacity, in percent. The first is what the others are held against. */
  private static final int[] LOADS = {70, 200, 500};

  /**
   * How many times as long as is measured they come before. A burst is accepted whole, and worked
   * off; what is measured begins when that is over.
   */
  private static final int LEAD_IN = 4;

  private static final int ORDERS_MAX = 500_000;

  @Override
  public void run(Contender contender, int round, Plan plan, Surroundings around) throws Exception {
    if (contender != Contender.CROSSDOCK) {
      return;
    }
    String name = NAME + "-" + contender.name() + "-" + round;
    try (Stage stage = around.stage(contender, name, ORDERS_MAX, Stage.Terms.crowd())) {
      double capacity = capacity(stage, plan);
      double acceptedMicros = 0;
      for (int load : LOADS) {
        int perSecond = Math.max(1, (int) (capacity * load / 100));
        int leadIn = LEAD_IN * plan.rateSeconds();
        Map<String, Double> figures =
            stage.overload(perSecond, leadIn, plan.rateSeconds(), plan.atMost());
        acceptedMicros = micros(figures, acceptedMicros);
        around.note(new Result(NAME, contender.name(), round, load, figures));
      }
      stage.requireClosed(stage.tally().acknowledgedCount());
    }
  }

  /** Orders a second, of a burst after a warm-up. */
  private static double capacity(Stage stage, Plan plan) throws Exception {
    stage.measure(plan.warmUp(), 0, plan.atMost());
    return stage.measure(plan.burst() / 2, 0, plan.atMost()).getOrDefault("ordersPerSecond", 1.0);
  }

  /** What is left when those that were accepted are paid for is what it cost to refuse. */
  private static double micros(Map<String, Double> figures, double acceptedMicros) {
    double accepted = figures.getOrDefault("acknowledged", 0.0);
    double refused = figures.getOrDefault("refused", 0.0);
    double used = figures.getOrDefault("processorSeconds", 0.0) * 1e6;
    if (refused == 0) {
      figures.put("acceptedMicros", used / accepted);
      return used / accepted;
    }
    figures.put("refusedMicros", (used - accepted * acceptedMicros) / refused);
    return acceptedMicros;
  }
}
