package dev.crossdock.order;

import dev.crossdock.trade.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Splits an amount so that the parts add up to it, to the last minor unit. */
final class Shares {
  private Shares() {}

  /**
   * The parts of the amount in proportion to the weights, at least one above zero unless all are
   * zero: then all goes to the first. What is left by rounding goes to the first ones, a minor unit
   * each.
   *
   * @param amount not negative
   * @param weights not negative, at least one
   */
  static List<Money> of(Money amount, List<Money> weights) {
    BigDecimal all = weights.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigInteger> parts = new ArrayList<>();
    BigInteger units = amount.amount().unscaledValue();
    BigInteger left = units;
    for (Money weight : weights) {
      BigInteger part =
          all.signum() == 0
              ? BigInteger.ZERO
              : new BigDecimal(units)
                  .multiply(weight.amount())
                  .divide(all, 0, RoundingMode.DOWN)
                  .toBigInteger();
      parts.add(part);
      left = left.subtract(part);
    }
    return spread(parts, left, all.signum() == 0, amount);
  }

  private static List<Money> spread(
      List<BigInteger> parts, BigInteger left, boolean allToFirst, Money amount) {
    List<Money> shares = new ArrayList<>();
    int rest = allToFirst ? 0 : left.intValueExact();
    for (int i = 0; i < parts.size(); i++) {
      BigInteger part = parts.get(i);
      if (allToFirst && i == 0) {
        part = part.add(left);
      } else if (i < rest) {
        part = part.add(BigInteger.ONE);
      }
      shares.add(new Money(new BigDecimal(part, amount.amount().scale()), amount.currency()));
    }
    return shares;
  }
}
