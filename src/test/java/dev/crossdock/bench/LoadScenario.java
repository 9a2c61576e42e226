package dev.crossdock.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Rates one after the other, each for a while, and then many orders at once. */
final class LoadScenario implements Scenario {
  static final String RATE = "rate";
  static final String BURST = "burst";

  /** Four times what an order takes at best: nobody asks for more after that. */
  private static final double KNEE_MILLIS = 2000;

  /**
   * Slowly at first: a cold JVM cannot do many.
   *
   * @param rate orders a second; 0: all at once
   */
  private record WarmUp(int sixteenths, int rate) {}

  private static final List<WarmUp> WARM_UP =
      List.of(new WarmUp(1, 50), new WarmUp(5, 150), new WarmUp(6, 400), new WarmUp(4, 0));

  @Override
  public void run(Contender contender, int round, Plan plan, Surroundings around) throws Exception {
    int orders = plan.warmUp() + plan.burst() + plan.rateSeconds() * sum(plan.rates());
    String name = "load-" + contender.name() + "-" + round;
    try (Stage stage = around.stage(contender, name, orders, Stage.Terms.usual())) {
      warmUp(stage, plan);
      for (int rate : plan.rates()) {
        var figures = stage.measure(rate * plan.rateSeconds(), rate, plan.atMost());
        around.note(new Result(RATE, contender.name(), round, rate, figures));
        if (figures.getOrDefault("completeP99Millis", 0.0) > KNEE_MILLIS) {
          break;
        }
      }
      around.note(burst(stage, contender, round, plan));
      stage.requireClosed(stage.placed());
    }
  }

  private static int sum(List<Integer> rates) {
    return rates.stream().mapToInt(Integer::intValue).sum();
  }

  private static void warmUp(Stage stage, Plan plan) throws Exception {
    for (WarmUp part : WARM_UP) {
      stage.place(plan.warmUp() * part.sixteenths() / 16, part.rate());
      stage.tally().awaitDone(stage.placed(), plan.atMost());
    }
    stage.awaitQuiet(Duration.ofSeconds(4L * plan.rateSeconds()));
  }

  private static Result burst(Stage stage, Contender contender, int round, Plan plan)
      throws Exception {
    double before = stage.databaseBytes();
    Map<String, Double> figures = stage.measure(plan.burst(), 0, plan.atMost());
    figures.put("databaseBytesPerOrder", (stage.databaseBytes() - before) / plan.burst());
    return new Result(BURST, contender.name(), round, plan.burst(), figures);
  }
}
