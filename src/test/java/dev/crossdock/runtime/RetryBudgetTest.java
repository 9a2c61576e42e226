package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** That tries again stay a tenth of what a partner gets, and that nobody waits for ever. */
final class RetryBudgetTest {
  private final AtomicLong nanos = new AtomicLong();
  private final RetryBudget budget = new RetryBudget(nanos::get);

  @Test
  void isUsedUpByTriesAgain() {
    for (int i = 0; i < 100; i++) {
      assertThat(budget.isEmpty()).isFalse();
      budget.spend(true);
    }
    assertThat(budget.isEmpty()).isTrue();
  }

  @Test
  void earnsOneTryAgainInTenCalls() {
    isUsedUpByTriesAgain();
    for (int i = 0; i < 11; i++) {
      budget.spend(false);
    }
    assertThat(budget.isEmpty()).isFalse();
    budget.spend(true);
    assertThat(budget.isEmpty()).isTrue();
  }

  @Test
  void earnsTenTriesAgainASecondWhenNothingNewComes() {
    isUsedUpByTriesAgain();
    nanos.addAndGet(110_000_000L);
    assertThat(budget.isEmpty()).isFalse();
    budget.spend(true);
    assertThat(budget.isEmpty()).isTrue();
  }
}
