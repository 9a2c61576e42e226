package dev.crossdock.simulator;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults that are switched on, and the dice that decide whom they meet. */
final class Faults {

  private static final int UNBOUNDED = Integer.MAX_VALUE;

  private final Directory directory;
  private final Random dice;
  private volatile List<Armed> armed = List.of();

  Faults(Directory directory, long seed) {
    this.directory = directory;
    dice = new Random(seed);
  }

  /** A rule and how many calls it may still meet. */
  private record Armed(FaultRule rule, AtomicInteger left) {

    static Armed of(FaultRule rule) {
      return new Armed(rule, new AtomicInteger(rule.timesOr(UNBOUNDED)));
    }

    boolean take() {
      return left.getAndUpdate(count -> count == UNBOUNDED ? count : Math.max(0, count - 1)) > 0;
    }
  }

  /**
   * Switches these on and all others off.
   *
   * @throws IllegalArgumentException when a rule can never hold; then nothing is switched
   */
  void set(List<FaultRule> rules) {
    rules.forEach(this::check);
    armed = rules.stream().map(Armed::of).toList();
  }

  private void check(FaultRule rule) {
    if (!directory.knows(rule.partner(), Optional.ofNullable(rule.operation()))) {
      throw new IllegalArgumentException(
          "no such operation: " + rule.partner() + " " + rule.operation());
    }
    int status = rule.statusOr(503);
    if (rule.chance() < 0 || rule.chance() > 1 || status < 400 || status > 599) {
      throw new IllegalArgumentException("probability is 0 to 1, status 400 to 599");
    }
    if (rule.millisOr(0) < 0 || rule.timesOr(1) < 1) {
      throw new IllegalArgumentException("millis is at least 0, times at least 1");
    }
  }

  List<FaultRule> rules() {
    return armed.stream().map(Armed::rule).toList();
  }

  /** The first rule that meets this call. */
  Optional<FaultRule> pick(String partner, String operation) {
    return armed.stream()
        .filter(each -> each.rule().isFor(partner, operation))
        .filter(each -> dice.nextDouble() < each.rule().chance() && each.take())
        .map(Armed::rule)
        .findFirst();
  }
}
