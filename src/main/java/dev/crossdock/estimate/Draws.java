package dev.crossdock.estimate;

import java.util.SplittableRandom;

/**
 * Chance that is the same for the same order at the same version. Every step is drawn once from
 * each part of its distribution, the parts of different steps in different orders: so a hundred
 * draws are as good as thousands at random.
 */
final class Draws {
  static final int COUNT = Quantiles.STRATA;

  private static final int SHUFFLES = 64;
  private static final byte[][] PARTS = shuffles();
  private static final double UNIT = 0x1.0p-53;

  private final long seed;

  Draws(String order, long version) {
    this.seed = mixed(order.hashCode() * 31L + version);
  }

  private static byte[][] shuffles() {
    SplittableRandom random = new SplittableRandom(20261123);
    byte[][] all = new byte[SHUFFLES][COUNT];
    for (byte[] one : all) {
      for (int i = 0; i < COUNT; i++) {
        int other = random.nextInt(i + 1);
        one[i] = one[other];
        one[other] = (byte) i;
      }
    }
    return all;
  }

  /**
   * The part of its distribution that a step is drawn from.
   *
   * @param what the step; different up to {@value #SHUFFLES} of them are independent
   * @param draw 0 to {@link #COUNT} - 1
   */
  int part(int what, int draw) {
    return PARTS[(int) (seed + what) & (SHUFFLES - 1)][draw];
  }

  /** 0 to 1: for what happens only sometimes. */
  double chance(int what, int draw, int times) {
    return (mixed(seed + what * 1_000_003L + draw * 8191L + times) >>> 11) * UNIT;
  }

  /** The finalizer of SplitMix64. */
  private static long mixed(long bits) {
    long z = bits + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
