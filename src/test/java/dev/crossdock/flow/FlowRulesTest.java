package dev.crossdock.flow;

import static dev.crossdock.flow.Step.AUTHORIZE_PAYMENT;
import static dev.crossdock.flow.Step.BOOK_SHIPMENT;
import static dev.crossdock.flow.Step.CAPTURE_PAYMENT;
import static dev.crossdock.flow.Step.CHECK_CUSTOMER;
import static dev.crossdock.flow.Step.CHECK_FRAUD;
import static dev.crossdock.flow.Step.NOTIFY;
import static dev.crossdock.flow.Step.QUOTE_RATES;
import static dev.crossdock.flow.Step.RELEASE_FULFILLMENT;
import static dev.crossdock.flow.Step.RESERVE_INVENTORY;
import static dev.crossdock.flow.Step.TRACK;
import static dev.crossdock.flow.Step.VALIDATE_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.flow.StepPolicy.Exhausted;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule of a flow, broken once. */
class FlowRulesTest {
  private final Map<Step, StepPolicy> steps = new EnumMap<>(Step.class);

  @Test
  void aFlowThatBreaksNoRuleHasNoFaults() {
    step(RESERVE_INVENTORY);
    step(AUTHORIZE_PAYMENT, RESERVE_INVENTORY);
    step(QUOTE_RATES);
    step(BOOK_SHIPMENT, QUOTE_RATES);
    step(CAPTURE_PAYMENT, BOOK_SHIPMENT);
    step(NOTIFY);
    assertThat(faults()).isEmpty();
  }

  @Test
  void aFlowHasStepsAVersionAndAnEnd() {
    assertThat(FlowRules.faults(new Flow("f", 0, steps, Set.of(), Duration.ZERO)))
        .containsExactly(
            "version 0 is less than 1", "close-after is not above zero", "has no steps");
  }

  @Test
  void whatOthersBuildUponIsNotSkipped() {
    assertThat(
            FlowRules.faults(
                SomeFlow.withAll(
                    SomeFlow.parcel(), policy -> SomeFlow.givenUp(policy, Exhausted.SKIP))))
        .contains("quote-rates cannot be skipped: others build on what it brings")
        .contains("release-fulfillment cannot be skipped: others build on what it brings")
        .noneMatch(fault -> fault.startsWith("check-fraud") || fault.startsWith("notify"));
  }

  @Test
  void whatIsNeededMustBeThere() {
    step(CHECK_FRAUD, CHECK_CUSTOMER);
    assertThat(faults())
        .containsExactly("check-fraud cannot need check-customer: the flow does not have it");
  }

  @Test
  void aStepOfTheOrderDoesNotWaitForOneOfAShipment() {
    step(RESERVE_INVENTORY);
    step(QUOTE_RATES, RESERVE_INVENTORY);
    assertThat(faults())
        .containsExactly(
            "quote-rates cannot need reserve-inventory:"
                + " one is a step of the order, the other of its shipments");
  }

  @Test
  void nothingWaitsForANotification() {
    step(NOTIFY);
    step(CHECK_CUSTOMER, NOTIFY);
    assertThat(faults()).containsExactly("check-customer cannot need notify: nothing waits for it");
  }

  @Test
  void noStepWaitsForItself() {
    step(VALIDATE_ADDRESS, CHECK_FRAUD);
    step(CHECK_CUSTOMER, VALIDATE_ADDRESS);
    step(CHECK_FRAUD, CHECK_CUSTOMER);
    step(RESERVE_INVENTORY, CHECK_FRAUD);
    assertThat(faults())
        .containsExactly(
            "steps that wait for themselves: validate-address, check-customer, check-fraud");
  }

  @Test
  void shipmentsAreRatedBookedReleasedAndTrackedInThisOrder() {
    step(RESERVE_INVENTORY);
    step(QUOTE_RATES);
    step(BOOK_SHIPMENT);
    step(RELEASE_FULFILLMENT);
    step(TRACK);
    assertThat(faults())
        .containsExactly(
            "book-shipment must need quote-rates",
            "release-fulfillment must need book-shipment",
            "track must need book-shipment");
  }

  @Test
  void whatIsNeededByTheNeededCounts() {
    step(RESERVE_INVENTORY);
    step(QUOTE_RATES);
    step(BOOK_SHIPMENT, QUOTE_RATES);
    step(RELEASE_FULFILLMENT, BOOK_SHIPMENT);
    step(TRACK, RELEASE_FULFILLMENT);
    assertThat(faults()).isEmpty();
  }

  @Test
  void onlyWhatWasAuthorizedAndShipsIsCaptured() {
    step(RESERVE_INVENTORY);
    step(CAPTURE_PAYMENT);
    assertThat(faults())
        .containsExactly(
            "capture-payment must need release-fulfillment or book-shipment",
            "capture-payment without authorize-payment has nothing to capture");
  }

  @Test
  void aShipmentComesFromAReservation() {
    step(QUOTE_RATES);
    assertThat(faults())
        .containsExactly(
            "steps of a shipment without reserve-inventory: nothing says where it ships from");
  }

  @Test
  void aPolicyHasBounds() {
    Backoff backwards = new Backoff(Duration.ZERO, Duration.ofMillis(-1));
    Duration none = Duration.ZERO;
    steps.put(
        CHECK_CUSTOMER,
        new StepPolicy(Set.of(), none, 0, backwards, none.minusMillis(1), none, Exhausted.FAIL));
    assertThat(faults())
        .containsExactly(
            "check-customer: attempts-max is less than 1",
            "check-customer: deadline is not above zero",
            "check-customer: settle is not above zero",
            "check-customer: parked-for is below zero",
            "check-customer: backoff.first is not above zero",
            "check-customer: backoff.max is shorter than backoff.first");
  }

  private void step(Step step, Step... needs) {
    Duration second = Duration.ofSeconds(1);
    Backoff backoff = new Backoff(second, second);
    steps.put(
        step, new StepPolicy(Set.of(needs), second, 1, backoff, second, second, Exhausted.FAIL));
  }

  private List<String> faults() {
    return FlowRules.faults(new Flow("f", 1, steps, Set.of(), Duration.ofDays(1)));
  }
}
