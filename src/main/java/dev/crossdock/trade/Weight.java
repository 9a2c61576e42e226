package dev.crossdock.trade;

import java.math.BigDecimal;

/** A weight above zero, in a unit of UN/ECE Recommendation 20. */
public record Weight(BigDecimal value, Unit unit) {

  /** The units a partner may be told; the names are the codes of UN/ECE Recommendation 20. */
  public enum Unit {
    GRM("1"),
    KGM("1000"),
    ONZ("28.349523125"),
    LBR("453.59237");

    private final BigDecimal grams;

    Unit(String grams) {
      this.grams = new BigDecimal(grams);
    }
  }

  public Weight {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException("a weight is above zero, not " + value);
    }
  }

  public static Weight grams(long grams) {
    return new Weight(BigDecimal.valueOf(grams), Unit.GRM);
  }

  /** The weight in grams, exact. */
  public BigDecimal inGrams() {
    return value.multiply(unit.grams);
  }
}
