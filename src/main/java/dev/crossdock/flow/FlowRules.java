package dev.crossdock.flow;

import static dev.crossdock.flow.Step.AUTHORIZE_PAYMENT;
import static dev.crossdock.flow.Step.BOOK_SHIPMENT;
import static dev.crossdock.flow.Step.CAPTURE_PAYMENT;
import static dev.crossdock.flow.Step.NOTIFY;
import static dev.crossdock.flow.Step.QUOTE_RATES;
import static dev.crossdock.flow.Step.RELEASE_FULFILLMENT;
import static dev.crossdock.flow.Step.RESERVE_INVENTORY;
import static dev.crossdock.flow.Step.TRACK;

import dev.crossdock.flow.StepPolicy.Exhausted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true of a flow for an order to be seen through by it. */
public final class FlowRules {
  private final Flow flow;
  private final List<String> faults = new ArrayList<>();

  private FlowRules(Flow flow) {
    this.flow = flow;
  }

  /** Everything that is wrong with the flow, in words; empty if nothing is. */
  public static List<String> faults(Flow flow) {
    FlowRules rules = new FlowRules(flow);
    rules.checkWhole();
    flow.steps().forEach(rules::checkPolicy);
    flow.steps().forEach((step, policy) -> rules.checkNeeds(step, policy.needs()));
    rules.checkCycles();
    rules.checkOrder();
    return List.copyOf(rules.faults);
  }

  private void checkWhole() {
    unless(flow.version() >= 1, "version " + flow.version() + " is less than 1");
    unless(flow.closeAfter().isPositive(), "close-after is not above zero");
    unless(!flow.steps().isEmpty(), "has no steps");
  }

  private void checkPolicy(Step step, StepPolicy policy) {
    String label = step.label();
    unless(policy.attemptsMax() >= 1, label + ": attempts-max is less than 1");
    unless(policy.deadline().isPositive(), label + ": deadline is not above zero");
    unless(policy.settle().isPositive(), label + ": settle is not above zero");
    unless(!policy.parkedFor().isNegative(), label + ": parked-for is below zero");
    unless(
        policy.exhausted() != Exhausted.SKIP || !isBuiltUpon(step),
        label + " cannot be skipped: others build on what it brings");
    Backoff backoff = policy.backoff();
    unless(backoff.first().isPositive(), label + ": backoff.first is not above zero");
    unless(
        backoff.max().compareTo(backoff.first()) >= 0,
        label + ": backoff.max is shorter than backoff.first");
  }

  private static boolean isBuiltUpon(Step step) {
    return step.acquires() || step == QUOTE_RATES;
  }

  private void checkNeeds(Step step, Set<Step> needs) {
    for (Step need : needs) {
      String what = step.label() + " cannot need " + need.label() + ": ";
      if (!flow.has(need)) {
        faults.add(what + "the flow does not have it");
      } else if (need == NOTIFY) {
        faults.add(what + "nothing waits for it");
      } else if (step != NOTIFY && step.part() != need.part()) {
        faults.add(what + "one is a step of the order, the other of its shipments");
      }
    }
  }

  private void checkCycles() {
    List<String> circular =
        flow.steps().keySet().stream()
            .filter(step -> before(step).contains(step))
            .map(Step::label)
            .toList();
    unless(circular.isEmpty(), "steps that wait for themselves: " + String.join(", ", circular));
  }

  private void checkOrder() {
    needsOneOf(BOOK_SHIPMENT, QUOTE_RATES);
    needsOneOf(RELEASE_FULFILLMENT, BOOK_SHIPMENT);
    needsOneOf(CAPTURE_PAYMENT, RELEASE_FULFILLMENT, BOOK_SHIPMENT);
    needsOneOf(TRACK, BOOK_SHIPMENT);
    unless(
        !flow.has(CAPTURE_PAYMENT) || flow.has(AUTHORIZE_PAYMENT),
        "capture-payment without authorize-payment has nothing to capture");
    boolean ships = flow.steps().keySet().stream().anyMatch(it -> it.part() == Step.Part.SHIPMENT);
    unless(
        !ships || flow.has(RESERVE_INVENTORY),
        "steps of a shipment without reserve-inventory: nothing says where it ships from");
  }

  private void needsOneOf(Step step, Step... earlier) {
    boolean needs = Arrays.stream(earlier).anyMatch(before(step)::contains);
    String names = Arrays.stream(earlier).map(Step::label).collect(Collectors.joining(" or "));
    unless(!flow.has(step) || needs, step.label() + " must need " + names);
  }

  /** Every step that must have succeeded before; itself among them when it waits for itself. */
  private Set<Step> before(Step step) {
    Set<Step> found = EnumSet.noneOf(Step.class);
    gather(step, found);
    return found;
  }

  private void gather(Step step, Set<Step> found) {
    StepPolicy policy = flow.steps().get(step);
    if (policy != null) {
      policy.needs().stream().filter(found::add).forEach(need -> gather(need, found));
    }
  }

  private void unless(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
