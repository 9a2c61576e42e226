package dev.crossdock.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts are exact, and have the decimals of their currency, no more and no less. */
class MoneyTest {

  @ParameterizedTest
  @CsvSource({"1, EUR, 1.00", "1.5, EUR, 1.50", "1500, JPY, 1500", "1.2, KWD, 1.200"})
  void hasTheDecimalsOfItsCurrency(String amount, String currency, String shown) {
    assertThat(Money.of(amount, currency)).hasToString(shown + " " + currency);
  }

  @ParameterizedTest
  @CsvSource({"1.005, EUR", "0.5, JPY", "1.0001, KWD"})
  void isNeverRounded(String amount, String currency) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, currency));
  }

  @Test
  void equalAmountsAreEqualHoweverTheyAreWritten() {
    Currency euro = Currency.getInstance("EUR");
    assertThat(new Money(new BigDecimal("1E+2"), euro))
        .isEqualTo(Money.of("100.00", "EUR"))
        .hasSameHashCodeAs(Money.of("100", "EUR"));
    assertThat(Money.of("2.50000", "EUR")).isEqualTo(Money.of("2.5", "EUR"));
  }

  @Test
  void currenciesDoNotMix() {
    Money euro = Money.of("1", "EUR");
    Money yen = Money.of("1", "JPY");
    assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(yen));
    assertThatIllegalArgumentException().isThrownBy(() -> euro.minus(yen));
    assertThatIllegalArgumentException().isThrownBy(() -> euro.exceeds(yen));
  }

  @Test
  void nothingCanBePaidInGold() {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "XAU"));
  }

  @Test
  void addsAndMultipliesToTheLastUnit() {
    assertThat(Money.of("0.10", "EUR").times(3)).isEqualTo(Money.of("0.30", "EUR"));
    assertThat(Money.of("0.10", "EUR").minus(Money.of("0.30", "EUR")).isNegative()).isTrue();
    assertThat(Money.of("0.10", "EUR").plus(Money.of("-0.10", "EUR")).isZero()).isTrue();
  }

  @Test
  void exceedsOnlyWhatIsLess() {
    assertThat(Money.of("1.00", "EUR").exceeds(Money.of("0.99", "EUR"))).isTrue();
    assertThat(Money.of("1.00", "EUR").exceeds(Money.of("1", "EUR"))).isFalse();
  }
}
