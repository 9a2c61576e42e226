package dev.crossdock.api.read;

import dev.crossdock.api.problem.FaultCode;
import dev.crossdock.trade.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads the amounts of one body, which are all in one currency: that of the first. */
final class Moneys {
  private @Nullable Currency common;

  /** An amount of zero or more. */
  @Nullable Money read(Members in, String name) {
    Members money = in.object(name);
    if (money == null) {
      return null;
    }
    money.need("amount", "currency");
    String amount = money.text("amount", Rules.AMOUNT);
    String currency = money.text("currency", Rules.CURRENCY);
    money.refuseOthers();
    if (currency == null || !isCommon(money, Currency.getInstance(currency)) || amount == null) {
      return null;
    }
    return money(money, new BigDecimal(amount), Currency.getInstance(currency));
  }

  /** An amount that a partner names, which may say more than is known here. */
  static @Nullable Money tolerant(Members in, String name) {
    Members money = in.object(name);
    if (money == null) {
      return null;
    }
    money.need("amount", "currency");
    String amount = money.text("amount", Rules.AMOUNT);
    String currency = money.text("currency", Rules.CURRENCY);
    return amount == null || currency == null
        ? null
        : money(money, new BigDecimal(amount), Currency.getInstance(currency));
  }

  /** The one currency; null before the first amount that could be read. */
  @Nullable Currency common() {
    return common;
  }

  private boolean isCommon(Members money, Currency currency) {
    if (common == null) {
      common = currency;
    }
    if (!currency.equals(common)) {
      money.fault("currency", FaultCode.CURRENCY_MISMATCH, "is not " + common + " like the others");
    }
    return currency.equals(common);
  }

  private static @Nullable Money money(Members money, BigDecimal amount, Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    if (amount.scale() > digits) {
      money.fault(
          "amount", FaultCode.FRACTION_DIGITS, currency + " has " + digits + " decimals at most");
      return null;
    }
    if (amount.signum() < 0) {
      money.fault("amount", FaultCode.MINIMUM, "is less than 0");
      return null;
    }
    return new Money(amount, currency);
  }
}
