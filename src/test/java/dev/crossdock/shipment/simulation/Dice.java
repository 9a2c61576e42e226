package dev.crossdock.shipment.simulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** All that is left to chance in one run, from one seed. */
final class Dice {
  private final Random random;
  private final Map<Chance, Double> odds = new EnumMap<>(Chance.class);
  private boolean calm;

  Dice(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    boolean faultless = random.nextInt(8) == 0;
    for (Chance chance : Chance.values()) {
      double often = random.nextInt(3) == 0 ? chance.most() : 0;
      odds.put(chance, faultless && chance.isFault() ? 0 : often);
    }
  }

  /** From now on no machine fails any more. */
  void calm() {
    calm = true;
  }

  boolean happens(Chance chance) {
    double often = odds.getOrDefault(chance, 0.0);
    return often > 0 && random.nextDouble() < often && !(calm && chance.isFault());
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  double jitter() {
    return random.nextDouble();
  }

  Duration between(Duration least, Duration most) {
    long span = most.toMillis() - least.toMillis();
    return least.plusMillis((long) (random.nextDouble() * span));
  }

  Duration upToMillis(int most) {
    return Duration.ofMillis(1 + random.nextInt(most));
  }

  <T> T oneOf(List<T> those) {
    return those.get(random.nextInt(those.size()));
  }
}
