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

import dev.crossdock.flow.StepPolicy.Exhausted;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Flows for tests: the built-in ones, and what differs from it in one point. */
public final class SomeFlow {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));
  private static final Set<Milestone> MILESTONES =
      EnumSet.complementOf(EnumSet.of(Milestone.BOOKED));

  private SomeFlow() {}

  /** The built-in flow parcel. */
  public static Flow parcel() {
    Map<Step, StepPolicy> steps = new EnumMap<>(Step.class);
    steps.put(VALIDATE_ADDRESS, reads(2000));
    steps.put(CHECK_CUSTOMER, reads(2000));
    steps.put(CHECK_FRAUD, parkedFor(reads(2000, CHECK_CUSTOMER), Duration.ofHours(24)));
    steps.put(RESERVE_INVENTORY, acquires(3000));
    steps.put(AUTHORIZE_PAYMENT, acquires(8000, CHECK_CUSTOMER, CHECK_FRAUD, RESERVE_INVENTORY));
    steps.put(QUOTE_RATES, reads(1500));
    steps.put(BOOK_SHIPMENT, acquires(10_000, QUOTE_RATES));
    steps.put(RELEASE_FULFILLMENT, acquires(10_000, BOOK_SHIPMENT));
    steps.put(
        CAPTURE_PAYMENT, parkedFor(acquires(10_000, RELEASE_FULFILLMENT), Duration.ofDays(3650)));
    steps.put(TRACK, reads(2000, BOOK_SHIPMENT));
    steps.put(NOTIFY, givenUp(parkedFor(reads(2000), Duration.ZERO), Exhausted.SKIP));
    return of(steps);
  }

  /** The built-in flow express. */
  public static Flow express() {
    Map<Step, StepPolicy> steps = new EnumMap<>(Step.class);
    steps.put(VALIDATE_ADDRESS, reads(2000));
    steps.put(CHECK_CUSTOMER, reads(2000));
    steps.put(RESERVE_INVENTORY, acquires(3000));
    steps.put(
        AUTHORIZE_PAYMENT, acquires(8000, VALIDATE_ADDRESS, CHECK_CUSTOMER, RESERVE_INVENTORY));
    steps.put(QUOTE_RATES, reads(1500));
    steps.put(BOOK_SHIPMENT, acquires(10_000, QUOTE_RATES));
    steps.put(NOTIFY, givenUp(parkedFor(reads(2000), Duration.ZERO), Exhausted.SKIP));
    Set<Milestone> milestones =
        EnumSet.of(Milestone.BOOKED, Milestone.CANCELLED, Milestone.REJECTED, Milestone.FAILED);
    return new Flow("express", 1, steps, milestones, Duration.ofDays(30));
  }

  /** The flow parcel without those steps; what needed one of them needs what that one needed. */
  public static Flow parcelWithout(Step... dropped) {
    Map<Step, StepPolicy> steps = new EnumMap<>(parcel().steps());
    for (Step step : dropped) {
      Set<Step> instead = parcel().policy(step).needs();
      steps.remove(step);
      steps.replaceAll((any, policy) -> without(step, instead, policy));
    }
    return of(steps);
  }

  private static StepPolicy without(Step dropped, Set<Step> instead, StepPolicy p) {
    if (!p.needs().contains(dropped)) {
      return p;
    }
    Set<Step> needs = new HashSet<>(p.needs());
    needs.remove(dropped);
    needs.addAll(instead);
    return new StepPolicy(
        needs,
        p.deadline(),
        p.attemptsMax(),
        p.backoff(),
        p.parkedFor(),
        p.settle(),
        p.exhausted());
  }

  /** The flow parcel with another policy for one step. */
  public static Flow parcelWith(Step step, UnaryOperator<StepPolicy> change) {
    Map<Step, StepPolicy> steps = new EnumMap<>(parcel().steps());
    steps.computeIfPresent(step, (any, policy) -> change.apply(policy));
    return of(steps);
  }

  /** The flow with another policy for every step. */
  public static Flow withAll(Flow flow, UnaryOperator<StepPolicy> change) {
    Map<Step, StepPolicy> steps = new EnumMap<>(flow.steps());
    steps.replaceAll((step, policy) -> change.apply(policy));
    return new Flow(flow.name(), flow.version(), steps, flow.milestones(), flow.closeAfter());
  }

  /** The policy with another number of tries. */
  public static StepPolicy tried(StepPolicy p, int attemptsMax) {
    return new StepPolicy(
        p.needs(),
        p.deadline(),
        attemptsMax,
        p.backoff(),
        p.parkedFor(),
        p.settle(),
        p.exhausted());
  }

  /** The policy with another time to be parked for. */
  public static StepPolicy parkedFor(StepPolicy p, Duration parkedFor) {
    return new StepPolicy(
        p.needs(),
        p.deadline(),
        p.attemptsMax(),
        p.backoff(),
        parkedFor,
        p.settle(),
        p.exhausted());
  }

  /** The policy with another end. */
  public static StepPolicy givenUp(StepPolicy p, Exhausted how) {
    return new StepPolicy(
        p.needs(), p.deadline(), p.attemptsMax(), p.backoff(), p.parkedFor(), p.settle(), how);
  }

  private static Flow of(Map<Step, StepPolicy> steps) {
    return new Flow("parcel", 1, steps, MILESTONES, Duration.ofDays(30));
  }

  private static StepPolicy reads(long deadlineMillis, Step... needs) {
    return policy(3, deadlineMillis, needs);
  }

  private static StepPolicy acquires(long deadlineMillis, Step... needs) {
    return policy(5, deadlineMillis, needs);
  }

  private static StepPolicy policy(int attemptsMax, long deadlineMillis, Step... needs) {
    Duration deadline = Duration.ofMillis(deadlineMillis);
    return new StepPolicy(
        Set.of(needs),
        deadline,
        attemptsMax,
        BACKOFF,
        Duration.ofHours(1),
        deadline.multipliedBy(2),
        Exhausted.FAIL);
  }
}
