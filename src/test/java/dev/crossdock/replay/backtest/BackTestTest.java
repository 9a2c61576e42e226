package dev.crossdock.replay.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.Flow;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepPolicy;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.replay.Archive;
import dev.crossdock.replay.SomeJournal;
import dev.crossdock.view.Story;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That recorded orders go the same way again in the same flow, and another way in another. */
class BackTestTest {
  @TempDir private Path directory;

  @Test
  void theSameFlowGivesTheSameAgain() throws SQLException {
    Comparison found =
        played(
            SomeFlow.parcel(),
            Story.told(Story.id(1)),
            Story.told(Story.id(2)).delivered(),
            Story.placed(Story.id(3)).refused(Step.CHECK_CUSTOMER),
            Story.told(Story.id(4)).cancelled().toTheEnd());
    assertThat(found.recorded().orders()).isEqualTo(4);
    assertThat(found.turned()).isZero();
    for (OrderStatus status : OrderStatus.values()) {
      assertThat(found.replayed().ended(status))
          .as(status.name())
          .isEqualTo(found.recorded().ended(status));
    }
    assertThat(found.recorded().ended(OrderStatus.REJECTED)).isEqualTo(1);
    assertThat(found.replayed().sortedMillis()).isEqualTo(found.recorded().sortedMillis());
    assertThat(found.replayed().cost()).isEqualTo(found.recorded().cost());
    assertThat(found.replayed().calls()).isEqualTo(found.recorded().calls());
    assertThat(found.replayed().assumed()).isZero();
    assertThat(found.other().sortedMillis()).isEqualTo(found.replayed().sortedMillis());
  }

  @Test
  void whatNeedsLessIsConfirmedSooner() throws SQLException {
    Flow eager = SomeFlow.parcelWith(Step.AUTHORIZE_PAYMENT, p -> needing(p, Set.of()));
    Comparison found = played(eager, Story.told(Story.id(1)));
    assertThat(found.other().confirmationMillis(0.5))
        .isPositive()
        .isLessThan(found.replayed().confirmationMillis(0.5));
    assertThat(found.other().cost()).containsEntry("EUR", new BigDecimal("5.00"));
  }

  @Test
  void aShorterDeadlineCutsAnswersOffAndCostsCalls() throws SQLException {
    Flow hasty = SomeFlow.parcelWith(Step.RESERVE_INVENTORY, p -> within(p, Duration.ofSeconds(1)));
    Story slow = Story.placed(Story.id(2)).later(Duration.ofSeconds(2)).toTheEnd();
    Comparison found = played(hasty, Story.told(Story.id(1)), slow);
    assertThat(found.other().calls()).isGreaterThan(found.replayed().calls());
    assertThat(found.other().confirmed()).isEqualTo(2);
    assertThat(found.other().confirmationMillis(0.5))
        .as("the quick one goes as it did")
        .isEqualTo(found.replayed().confirmationMillis(0.5));
  }

  @Test
  void whatIsNotAskedCannotBeRefused() throws SQLException {
    Flow trusting = SomeFlow.parcelWithout(Step.CHECK_CUSTOMER);
    Comparison found =
        played(
            trusting,
            Story.told(Story.id(1)),
            Story.placed(Story.id(2)).refused(Step.CHECK_CUSTOMER));
    assertThat(found.replayed().ended(OrderStatus.REJECTED)).isEqualTo(1);
    assertThat(found.other().ended(OrderStatus.REJECTED)).isZero();
    assertThat(found.other().confirmed()).isEqualTo(2);
    assertThat(found.other().assumed()).as("never asked then").isPositive();
    assertThat(found.turns()).extracting(Comparison.Turn::id).containsExactly(Story.id(2));
  }

  @Test
  void whatHasComeToNothingYetIsLeftOut() throws SQLException {
    Comparison found =
        played(SomeFlow.parcel(), Story.placed(Story.id(1)), Story.told(Story.id(2)));
    assertThat(found.leftOut()).isEqualTo(1);
    assertThat(found.recorded().orders()).isEqualTo(1);
  }

  private Comparison played(Flow other, Story... stories) throws SQLException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(stories);
    Archive archive = journal.archive();
    return new BackTest(archive)
        .play(
            Instant.EPOCH,
            Instant.ofEpochMilli(Long.MAX_VALUE),
            100,
            flow -> Optional.of(other),
            more -> {});
  }

  private static StepPolicy needing(StepPolicy p, Set<Step> needs) {
    return new StepPolicy(
        needs,
        p.deadline(),
        p.attemptsMax(),
        p.backoff(),
        p.parkedFor(),
        p.settle(),
        p.exhausted());
  }

  private static StepPolicy within(StepPolicy p, Duration deadline) {
    return new StepPolicy(
        p.needs(),
        deadline,
        p.attemptsMax(),
        p.backoff(),
        p.parkedFor(),
        p.settle(),
        p.exhausted());
  }
}
