package dev.crossdock.simulator;

import java.math.BigDecimal;

/**
 * An amount of one currency and how much of it was taken and given back.
 *
 * @param currency ISO 4217
 */
record Sums(String currency, BigDecimal amount, BigDecimal captured, BigDecimal refunded) {

  static Sums of(Money money) {
    return new Sums(money.currency(), money.amount(), BigDecimal.ZERO, BigDecimal.ZERO);
  }

  Sums capture(BigDecimal more) {
    return new Sums(currency, amount, captured.add(more), refunded);
  }

  Sums refund(BigDecimal more) {
    return new Sums(currency, amount, captured, refunded.add(more));
  }
}
