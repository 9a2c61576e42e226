package dev.crossdock.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.crossdock.partner.SomeAnswers;
import java.time.Instant;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Steps fold what was learnt, and stop at what cannot have been. */
class StepsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Steps ORDER = Steps.begin(SomeFlow.parcel(), Step.Part.ORDER, NOON);

  @Test
  void areThoseOfTheirPartOnly() {
    assertThat(ORDER.runs().keySet()).allMatch(step -> step.part() == Step.Part.ORDER).hasSize(5);
  }

  @Test
  void anEventOfAStepThatTheFlowDoesNotHaveStops() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ORDER.after(new StepEvent.Skipped(Step.TRACK, 1, "?", NOON)));
  }

  @Test
  void anEventOfAnotherRevisionStops() {
    var stale =
        new StepEvent.Succeeded(Step.CHECK_CUSTOMER, 2, "customer", SomeAnswers.approved(), NOON);
    assertThatIllegalStateException().isThrownBy(() -> ORDER.after(stale));
  }

  @Test
  void aStepIsReopenedUnderTheNextRevisionOnly() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ORDER.after(new StepEvent.Reopened(Step.CHECK_CUSTOMER, 3, "?", NOON)));
    Steps reopened = ORDER.after(new StepEvent.Reopened(Step.CHECK_CUSTOMER, 2, "again", NOON));
    assertThat(reopened.run(Step.CHECK_CUSTOMER)).contains(StepRun.ready(2, NOON));
  }

  @Test
  void whoOnlyListensIsNeverDue() {
    Steps shipment =
        Steps.begin(
            SomeFlow.parcelWithout(Step.QUOTE_RATES, Step.BOOK_SHIPMENT), Step.Part.SHIPMENT, NOON);
    assertThat(shipment.is(Step.TRACK, StepState.AWAITING_CALLBACK)).isTrue();
    assertThat(shipment.run(Step.TRACK).orElseThrow().isDue(NOON)).isFalse();
  }

  @Test
  void keysAreTheSameThroughEveryRetryAndNeverShared() {
    assertThat(CallId.forward(Step.BOOK_SHIPMENT, 2).key("shp_1-1"))
        .isEqualTo("shp_1-1:book-shipment:2");
    var keys =
        EnumSet.allOf(Step.class).stream()
            .flatMap(
                step ->
                    Stream.of(
                        CallId.forward(step, 1), CallId.forward(step, 2), CallId.undo(step, 1)))
            .map(id -> id.key("ord_1"))
            .collect(Collectors.toSet());
    assertThat(keys).hasSize(3 * Step.values().length);
  }
}
