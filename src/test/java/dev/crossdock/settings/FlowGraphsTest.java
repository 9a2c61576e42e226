package dev.crossdock.settings;

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

import dev.crossdock.flow.Backoff;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.FlowRules;
import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepPolicy;
import dev.crossdock.flow.StepPolicy.Exhausted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flows that come with Crossdock, and those that somebody adds. */
class FlowGraphsTest {
  @TempDir Path folder;

  @Test
  void parcelHasEveryStepAndBreaksNoRule() {
    Flow parcel = flow("", "parcel");
    assertThat(parcel.steps().keySet()).containsExactly(Step.values());
    assertThat(FlowRules.faults(parcel)).isEmpty();
    assertThat(parcel.version()).isEqualTo(1);
    assertThat(parcel.closeAfter()).isEqualTo(Duration.ofDays(30));
    assertThat(parcel.milestones())
        .containsExactlyInAnyOrder(
            Milestone.CONFIRMED,
            Milestone.SHIPPED,
            Milestone.DELIVERED,
            Milestone.CANCELLED,
            Milestone.REJECTED,
            Milestone.FAILED);
  }

  @Test
  void parcelOpensItsStepsInTheOrderOfTheDomain() {
    Flow parcel = flow("", "parcel");
    assertNeeds(parcel, VALIDATE_ADDRESS);
    assertNeeds(parcel, CHECK_CUSTOMER);
    assertNeeds(parcel, CHECK_FRAUD, CHECK_CUSTOMER);
    assertNeeds(parcel, RESERVE_INVENTORY);
    assertNeeds(parcel, AUTHORIZE_PAYMENT, CHECK_CUSTOMER, CHECK_FRAUD, RESERVE_INVENTORY);
    assertNeeds(parcel, QUOTE_RATES);
    assertNeeds(parcel, BOOK_SHIPMENT, QUOTE_RATES);
    assertNeeds(parcel, RELEASE_FULFILLMENT, BOOK_SHIPMENT);
    assertNeeds(parcel, CAPTURE_PAYMENT, RELEASE_FULFILLMENT);
    assertNeeds(parcel, TRACK, BOOK_SHIPMENT);
    assertNeeds(parcel, NOTIFY);
  }

  @Test
  void parcelHasThePoliciesOfTheDomain() {
    Flow parcel = flow("", "parcel");
    assertPolicy(parcel, VALIDATE_ADDRESS, 2000, 3, Duration.ofHours(1), Exhausted.FAIL);
    assertPolicy(parcel, CHECK_CUSTOMER, 2000, 3, Duration.ofHours(1), Exhausted.FAIL);
    assertPolicy(parcel, CHECK_FRAUD, 2000, 3, Duration.ofHours(24), Exhausted.FAIL);
    assertPolicy(parcel, RESERVE_INVENTORY, 3000, 5, Duration.ofHours(1), Exhausted.FAIL);
    assertPolicy(parcel, AUTHORIZE_PAYMENT, 8000, 5, Duration.ofHours(1), Exhausted.FAIL);
    assertPolicy(parcel, QUOTE_RATES, 1500, 3, Duration.ofHours(1), Exhausted.FAIL);
    assertPolicy(parcel, BOOK_SHIPMENT, 10_000, 5, Duration.ofHours(1), Exhausted.FAIL);
    assertPolicy(parcel, RELEASE_FULFILLMENT, 10_000, 5, Duration.ofHours(1), Exhausted.FAIL);
    assertPolicy(parcel, CAPTURE_PAYMENT, 10_000, 5, Duration.ofDays(3650), Exhausted.FAIL);
    assertPolicy(parcel, TRACK, 2000, 3, Duration.ofHours(1), Exhausted.FAIL);
    assertPolicy(parcel, NOTIFY, 2000, 3, Duration.ZERO, Exhausted.SKIP);
  }

  @Test
  void expressPaysOnceEverythingIsCheckedAndBreaksNoRule() {
    Flow express = flow("", "express");
    assertThat(FlowRules.faults(express)).isEmpty();
    assertNeeds(express, VALIDATE_ADDRESS);
    assertNeeds(express, CHECK_CUSTOMER);
    assertNeeds(express, RESERVE_INVENTORY);
    assertNeeds(express, AUTHORIZE_PAYMENT, VALIDATE_ADDRESS, CHECK_CUSTOMER, RESERVE_INVENTORY);
    assertNeeds(express, QUOTE_RATES);
    assertNeeds(express, BOOK_SHIPMENT, QUOTE_RATES);
    assertNeeds(express, NOTIFY);
  }

  @Test
  void anOptionalFlowWithoutAPartnerIsNotOffered() {
    String text =
        """
        crossdock.partners { carrier-a = null, carrier-b = null, warehouse = null, fraud = null }
        crossdock.flows.parcel = null
        crossdock.flows.digital.steps { check-customer {}, authorize-payment {}, notify {} }
        """;
    assertThat(SettingsFile.withPartners(folder, text).load().flows()).containsOnlyKeys("digital");
  }

  @Test
  void aFlowThatIsNotOptionalNeedsItsPartners() {
    String text =
        """
        crossdock.partners { carrier-a = null, carrier-b = null }
        crossdock.flows { parcel = null, express.optional = false }
        """;
    assertThat(SettingsFile.withPartners(folder, text).faults())
        .containsExactly(
            "test.conf:3: crossdock.flows.express:"
                + " needs a partner of kind carrier; none is configured");
  }

  @Test
  void whetherAFlowIsOptionalIsYesOrNo() {
    String text = "crossdock.flows.express.optional = perhaps";
    assertThat(SettingsFile.withPartners(folder, text).faults())
        .containsExactly(
            "test.conf:2: crossdock.flows.express.optional: \"perhaps\" is not true or false");
  }

  @Test
  void aKeyOfABuiltInFlowMayBeRedefined() {
    String text =
        """
        crossdock.flows.parcel {
          version = 2
          steps.check-fraud { deadline = 5s, settle = 1m, exhausted = skip, backoff.max = 1m }
        }
        """;
    Flow parcel = flow(text, "parcel");
    assertThat(parcel.version()).isEqualTo(2);
    assertThat(parcel.policy(CHECK_FRAUD))
        .isEqualTo(
            new StepPolicy(
                Set.of(CHECK_CUSTOMER),
                Duration.ofSeconds(5),
                3,
                new Backoff(Duration.ofMillis(200), Duration.ofMinutes(1)),
                Duration.ofHours(24),
                Duration.ofMinutes(1),
                Exhausted.SKIP));
  }

  @Test
  void whatAFlowDoesWithoutIsNotNeeded() {
    String text = "crossdock.flows.parcel.steps { check-fraud = null, release-fulfillment = null }";
    Flow parcel = flow(text, "parcel");
    assertThat(parcel.has(CHECK_FRAUD)).isFalse();
    assertNeeds(parcel, AUTHORIZE_PAYMENT, CHECK_CUSTOMER, RESERVE_INVENTORY);
    assertNeeds(parcel, CAPTURE_PAYMENT, BOOK_SHIPMENT);
  }

  @Test
  void aFlowOfOnesOwnHasTheStepsThatItNames() {
    String text =
        """
        crossdock.flows.pickup {
          milestones = [CONFIRMED]
          steps { reserve-inventory { needs = [validate-address] }, validate-address {} }
        }
        """;
    Flow pickup = flow(text, "pickup");
    assertThat(pickup.steps().keySet()).containsExactly(VALIDATE_ADDRESS, RESERVE_INVENTORY);
    assertThat(pickup.milestones()).containsExactly(Milestone.CONFIRMED);
    assertNeeds(pickup, RESERVE_INVENTORY, VALIDATE_ADDRESS);
  }

  @Test
  void everyKindThatAFlowNeedsHasAPartner() {
    String text =
        """
        crossdock.partners { fraud = null, carrier-a = null, carrier-b = null }
        crossdock.flows.parcel.version = 2
        """;
    assertThat(SettingsFile.withPartners(folder, text).faults())
        .containsExactly(
            "test.conf:3: crossdock.flows.parcel: needs a partner of kind fraud; none is"
                + " configured",
            "test.conf:3: crossdock.flows.parcel:"
                + " needs a partner of kind carrier; none is configured");
  }

  @Test
  void saysEveryFaultOfAFlow() {
    String text =
        """
        crossdock.flows.odd {
          version = 0
          milestones = [SHIPED]
          steps {
            track = 5
            check-fraud { needs = [check-frod], exhausted = no, backoff { first = 5s, max = 1s } }
            check-customer { needs = [check-fraud, track], attempts-max = 0 }
            fly {}
          }
        }
        crossdock.flows."Odd One" {}
        """;
    assertThat(SettingsFile.withPartners(folder, text).faults())
        .contains(
            "test.conf:3: crossdock.flows.odd.version: 0 is not between 1 and 1000000",
            "test.conf:4: crossdock.flows.odd.milestones:"
                + " \"SHIPED\" is unknown; did you mean SHIPPED?",
            "test.conf:6: crossdock.flows.odd.steps.track: 5 is not a section { … }",
            "test.conf:7: crossdock.flows.odd.steps.check-fraud.needs:"
                + " \"check-frod\" is unknown; did you mean check-fraud?",
            "test.conf:7: crossdock.flows.odd.steps.check-fraud.exhausted:"
                + " \"no\" is unknown; known: fail, skip",
            "test.conf:7: crossdock.flows.odd.steps.check-fraud.backoff.max: is shorter than first",
            "test.conf:8: crossdock.flows.odd.steps.check-customer.attempts-max:"
                + " 0 is not between 1 and 1000",
            "test.conf:2: crossdock.flows.odd: check-customer cannot need track:"
                + " one is a step of the order, the other of its shipments",
            "test.conf:12: crossdock.flows.\"Odd One\":"
                + " a flow's name is 1 to 40 of a to z, 0 to 9 and hyphen",
            "test.conf:12: crossdock.flows.\"Odd One\": has no steps")
        .anyMatch(it -> it.startsWith("test.conf:9: crossdock.flows.odd.steps.fly: unknown key;"));
  }

  private Flow flow(String text, String name) {
    return Objects.requireNonNull(SettingsFile.withPartners(folder, text).load().flows().get(name));
  }

  private static void assertNeeds(Flow flow, Step step, Step... needs) {
    assertThat(flow.policy(step).needs()).as(step.label()).containsExactlyInAnyOrder(needs);
  }

  private static void assertPolicy(
      Flow flow, Step step, int deadlineMillis, int attempts, Duration parked, Exhausted then) {
    assertThat(flow.policy(step))
        .as(step.label())
        .isEqualTo(
            new StepPolicy(
                flow.policy(step).needs(),
                Duration.ofMillis(deadlineMillis),
                attempts,
                new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10)),
                parked,
                Duration.ofMillis(2L * deadlineMillis),
                then));
  }
}
