package dev.crossdock.shipment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders and shipments in thousands of worlds, each as adverse as its seed has it. */
class SimulationTest {
  private static final long SEEDS = Long.getLong("crossdock.seeds", 2000);
  private static final long FIRST = Long.getLong("crossdock.seed", 1);

  @Test
  void everyOrderComesToARightEndInEveryWorld() {
    List<String> failures = new ArrayList<>();
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      String failure = failure(seed, World.NOWHERE);
      if (failure != null) {
        failures.add(seed + ": " + failure);
      }
    }
    assertThat(failures).isEmpty();
  }

  private static String failure(long seed, List<String> trace) {
    try {
      new World(seed, trace).run();
      return null;
    } catch (AssertionError | RuntimeException e) {
      return e.toString();
    }
  }
}
