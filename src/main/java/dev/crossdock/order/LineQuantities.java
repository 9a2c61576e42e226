package dev.crossdock.order;

import dev.crossdock.trade.LineQuantity;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where the pieces of one line are. Each is in one place only, so that all places add up to {@code
 * ordered}.
 *
 * @param open neither reserved nor refused yet
 * @param allocated reserved, and no further
 * @param released with the warehouse
 */
public record LineQuantities(
    int ordered,
    int open,
    int allocated,
    int backordered,
    int released,
    int shipped,
    int delivered,
    int cancelled) {

  /**
   * Checks that nothing is lost and nothing invented.
   *
   * @throws IllegalStateException when the places do not add up to {@code ordered}, or one is
   *     negative
   */
  public LineQuantities {
    int sum = open + allocated + backordered + released + shipped + delivered + cancelled;
    int least =
        IntStream.of(open, allocated, backordered, released, shipped, delivered, cancelled)
            .min()
            .orElseThrow();
    if (sum != ordered || least < 0) {
      throw new IllegalStateException(sum + " pieces of " + ordered + ", the least " + least);
    }
  }

  /** Of the line, as far as the order has come. */
  static LineQuantities of(Order order, OrderLine line) {
    int ordered = line.quantity();
    if (order.phase() == Order.Phase.ENDED) {
      return new LineQuantities(ordered, 0, 0, 0, 0, 0, 0, ordered);
    }
    Count count = new Count();
    for (Consignment consignment : order.consignments()) {
      count.add(consignment.summary().status(), pieces(consignment, line));
    }
    int backordered =
        order.facts().backordered().stream()
            .filter(b -> b.lineId().equals(line.lineId()))
            .mapToInt(b -> b.quantity())
            .sum();
    int reserved =
        order.facts().allocations().stream()
            .filter(a -> a.lineId().equals(line.lineId()))
            .mapToInt(a -> a.quantity())
            .sum();
    return new LineQuantities(
        ordered,
        ordered - reserved - backordered,
        reserved - count.sum(),
        backordered,
        count.released,
        count.shipped,
        count.delivered,
        count.cancelled);
  }

  private static int pieces(Consignment consignment, OrderLine line) {
    Optional<LineQuantity> part =
        consignment.plan().lines().stream()
            .filter(l -> l.lineId().equals(line.lineId()))
            .reduce((a, b) -> new LineQuantity(a.lineId(), a.sku(), a.quantity() + b.quantity()));
    return part.map(LineQuantity::quantity).orElse(0);
  }

  /** Adds up pieces by what has become of their shipments. */
  private static final class Count {
    private int released;
    private int shipped;
    private int delivered;
    private int cancelled;

    void add(ShipmentStatus status, int pieces) {
      switch (status) {
        case RELEASED, PICKED, PACKED -> released += pieces;
        case SHIPPED, COMPLETED -> shipped += pieces;
        case DELIVERED -> delivered += pieces;
        case CANCELLED -> cancelled += pieces;
        case PLANNED, RATED, BOOKED -> {}
        case ACTION_REQUIRED, CANCELLING, QUARANTINED -> {}
      }
    }

    int sum() {
      return released + shipped + delivered + cancelled;
    }
  }
}
