package dev.crossdock.order;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.Allocation;
import dev.crossdock.partner.Answer.Backorder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a partner's answer can be true of the order. What it acquired is real all the same, so an
 * implausible one is given back like any other.
 */
final class Plausibility {
  private Plausibility() {}

  /** What is wrong with the answer; empty when it may be believed. */
  static Optional<String> fault(OrderContent content, Answer answer) {
    return switch (answer) {
      case Answer.Reserved a -> fault(content, a);
      case Answer.Authorized a when !a.amount().equals(content.total()) ->
          Optional.of("authorized " + a.amount() + " instead of " + content.total());
      default -> Optional.empty(); // only these say something that can be checked
    };
  }

  private static Optional<String> fault(OrderContent content, Answer.Reserved reserved) {
    if (reserved.allocations().stream().anyMatch(a -> a.quantity() < 1)
        || reserved.backordered().stream().anyMatch(b -> b.quantity() < 1)) {
      return Optional.of("some of it is less than one piece");
    }
    Map<String, Long> left = new TreeMap<>();
    content.lines().forEach(line -> left.put(line.lineId(), (long) line.quantity()));
    for (Allocation a : reserved.allocations()) {
      left.merge(a.lineId(), -(long) a.quantity(), Long::sum);
    }
    for (Backorder b : reserved.backordered()) {
      left.merge(b.lineId(), -(long) b.quantity(), Long::sum);
    }
    return left.entrySet().stream()
        .filter(line -> line.getValue() != 0)
        .findFirst()
        .map(line -> "line " + line.getKey() + " is off by " + line.getValue());
  }
}
