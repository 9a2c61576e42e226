package dev.crossdock.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.trade.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An amount is split to the last minor unit, nothing lost and nothing invented. */
class SharesTest {

  @Test
  void splitsInProportion() {
    assertThat(Shares.of(eur("10"), List.of(eur("1"), eur("3"))))
        .containsExactly(eur("2.50"), eur("7.50"));
  }

  @Test
  void givesWhatRoundingLeavesToTheFirst() {
    assertThat(Shares.of(eur("0.05"), List.of(eur("1"), eur("1"), eur("1"))))
        .containsExactly(eur("0.02"), eur("0.02"), eur("0.01"));
  }

  @Test
  void givesAllToTheFirstWhenNothingIsWorthAnything() {
    assertThat(Shares.of(eur("4.90"), List.of(eur("0"), eur("0"))))
        .containsExactly(eur("4.90"), eur("0"));
  }

  @Test
  void givesNothingToWhatIsWorthNothingAtTheEnd() {
    assertThat(Shares.of(eur("1"), List.of(eur("1"), eur("1"), eur("1"), eur("0"))))
        .endsWith(eur("0"));
  }

  @Test
  void splitsCurrenciesWithoutMinorUnits() {
    assertThat(
            Shares.of(Money.of("100", "JPY"), List.of(Money.of("1", "JPY"), Money.of("2", "JPY"))))
        .containsExactly(Money.of("34", "JPY"), Money.of("66", "JPY"));
  }

  @Test
  void partsAlwaysAddUp() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      Money amount = eur(random.nextInt(100_000) + ".0" + random.nextInt(10));
      List<Money> weights = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(6); i++) {
        weights.add(eur(String.valueOf(random.nextInt(50))));
      }
      List<Money> parts = Shares.of(amount, weights);
      assertThat(parts).noneMatch(Money::isNegative);
      assertThat(parts.stream().reduce(Money.zero(Currency.getInstance("EUR")), Money::plus))
          .as("%s by %s", amount, Arrays.toString(weights.toArray()))
          .isEqualTo(amount);
    }
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
