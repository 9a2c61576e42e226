package dev.crossdock.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Flows by name and version, and what needs what in them. */
class FlowsTest {
  private static final Flow PARCEL = SomeFlow.parcel();
  private static final Flow OLDER =
      new Flow("parcel", 0, PARCEL.steps(), PARCEL.milestones(), PARCEL.closeAfter());

  @Test
  void newOrdersBeginWithTheCurrentVersion() {
    assertThat(new Flows(List.of(PARCEL), List.of(OLDER)).named("parcel")).contains(PARCEL);
  }

  @Test
  void ordersOnTheirWayKeepTheirs() {
    Flows flows = new Flows(List.of(PARCEL), List.of(OLDER));
    assertThat(flows.version("parcel", 0)).contains(OLDER);
    assertThat(flows.version("parcel", 1)).contains(PARCEL);
    assertThat(flows.version("parcel", 2)).isEmpty();
  }

  @Test
  void whatIsNeededIsNeededThroughOthersToo() {
    assertThat(PARCEL.needs(Step.CAPTURE_PAYMENT, Step.QUOTE_RATES)).isTrue();
    assertThat(PARCEL.needs(Step.QUOTE_RATES, Step.CAPTURE_PAYMENT)).isFalse();
    assertThat(PARCEL.needs(Step.TRACK, Step.RELEASE_FULFILLMENT)).isFalse();
  }

  @Test
  void aStepThatIsNotThereHasNoPolicy() {
    Flow without = SomeFlow.parcelWithout(Step.CHECK_FRAUD);
    assertThatIllegalArgumentException().isThrownBy(() -> without.policy(Step.CHECK_FRAUD));
  }

  @Test
  void theFlowsOfTheseTestsKeepToTheRules() {
    assertThat(FlowRules.faults(PARCEL)).isEmpty();
    assertThat(FlowRules.faults(SomeFlow.parcelWithout(Step.RELEASE_FULFILLMENT, Step.TRACK)))
        .isEmpty();
  }

  @Test
  void tellsOnlyOfItsMilestones() {
    assertThat(PARCEL.tellsOf(Milestone.SHIPPED)).isTrue();
    assertThat(PARCEL.tellsOf(Milestone.BOOKED)).isFalse();
    assertThat(SomeFlow.parcelWithout(Step.NOTIFY).tellsOf(Milestone.SHIPPED)).isFalse();
  }
}
