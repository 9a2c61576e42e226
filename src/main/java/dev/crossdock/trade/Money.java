package dev.crossdock.trade;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount in one currency. The scale is always the currency's number of minor units (ISO
 * 4217: EUR 2, JPY 0, KWD 3), so that two equal amounts are equal records.
 *
 * @param amount any sign; its scale is that of {@code currency}
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

  /**
   * @throws IllegalArgumentException when the amount has more digits than the currency has minor
   *     units, or the currency has none at all (XXX, XAU)
   */
  public Money {
    int digits = currency.getDefaultFractionDigits();
    if (digits < 0) {
      throw new IllegalArgumentException(currency + " is no currency to pay in");
    }
    if (amount.scale() > digits && amount.stripTrailingZeros().scale() > digits) {
      throw new IllegalArgumentException(
          amount.toPlainString() + " has more than " + digits + " decimals of " + currency);
    }
    amount = amount.setScale(digits);
  }

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(same(other).amount), currency);
  }

  public Money times(long factor) {
    return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  /** Whether this is more than {@code other}, which is in the same currency. */
  public boolean exceeds(Money other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(same(other).amount);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
    }
    return other;
  }
}
