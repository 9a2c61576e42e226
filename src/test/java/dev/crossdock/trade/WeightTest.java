package dev.crossdock.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights in any unit are the same in grams, exactly. */
class WeightTest {

  @ParameterizedTest
  @CsvSource({"250, GRM, 250", "1.25, KGM, 1250", "16, ONZ, 453.59237", "1, LBR, 453.59237"})
  void isExactInGrams(BigDecimal value, Weight.Unit unit, BigDecimal grams) {
    assertThat(new Weight(value, unit).inGrams()).isEqualByComparingTo(grams);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1"})
  void isAboveZero(BigDecimal value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Weight(value, Weight.Unit.KGM));
  }

  @Test
  void gramsAreGrams() {
    assertThat(Weight.grams(5)).isEqualTo(new Weight(BigDecimal.valueOf(5), Weight.Unit.GRM));
  }
}
