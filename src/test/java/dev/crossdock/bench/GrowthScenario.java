package dev.crossdock.bench;

import java.time.Duration;
import java.util.Map;

/** The same orders in a journal of few and of very many. Only for who has a journal. */
final class GrowthScenario implements Scenario {
  static final String NAME = "growth";
  private static final int PER_SECOND = 200;

  @Override
  public void run(Contender contender, int round, Plan plan, Surroundings around) throws Exception {
    if (contender != Contender.CROSSDOCK) {
      return;
    }
    String name = NAME + "-" + contender.name() + "-" + round;
    int each = PER_SECOND * plan.rateSeconds();
    int placed = plan.warmUp() + OlderOrders.TEMPLATES + each * plan.grown().size();
    try (Stage stage = around.stage(contender, name, placed, Stage.Terms.usual())) {
      stage.place(plan.warmUp() / 4, PER_SECOND / 2);
      stage.tally().awaitDone(stage.placed(), plan.atMost());
      stage.place(plan.warmUp() - plan.warmUp() / 4 + OlderOrders.TEMPLATES, 2 * PER_SECOND);
      stage.tally().awaitDone(stage.placed(), plan.atMost());
      stage.requireClosed(stage.placed());
      stage.requireTakenOver();
      OlderOrders older = OlderOrders.keepingSome(stage.databaseUrl());
      for (int orders : plan.grown()) {
        older.fill(orders);
        stage.awaitQuiet(Duration.ofMinutes(1));
        Map<String, Double> figures = stage.measure(each, PER_SECOND, plan.atMost());
        figures.put("databaseGibibytes", stage.databaseBytes() / (1 << 30));
        around.note(new Result(NAME, contender.name(), round, orders, figures));
      }
    }
  }
}
