package dev.crossdock.replay.backtest;

import dev.crossdock.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What many orders came to, all together. */
public final class Column {
  private final Map<OrderStatus, Integer> ends = new EnumMap<>(OrderStatus.class);
  private final List<Long> confirmationMillis = new ArrayList<>();
  private final Map<String, BigDecimal> cost = new TreeMap<>();
  private int orders;
  private int promised;
  private int late;
  private long calls;
  private long assumed;

  void add(Course course) {
    orders++;
    ends.merge(course.end(), 1, Integer::sum);
    Duration confirmed = course.toConfirmation();
    if (confirmed != null) {
      confirmationMillis.add(confirmed.toMillis());
    }
    course.cost().forEach((currency, amount) -> cost.merge(currency, amount, BigDecimal::add));
    promised += course.promised() ? 1 : 0;
    late += course.late() ? 1 : 0;
    calls += course.calls();
    assumed += course.assumed();
  }

  public int orders() {
    return orders;
  }

  /** How many came to that status. */
  public int ended(OrderStatus status) {
    return ends.getOrDefault(status, 0);
  }

  /** How many were confirmed, whatever became of them then. */
  public int confirmed() {
    return confirmationMillis.size();
  }

  /**
   * Within so many milliseconds that share of the confirmed ones was; 0 when there is none.
   *
   * @param share above 0, at most 1
   */
  public long confirmationMillis(double share) {
    List<Long> sorted = sortedMillis();
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.isEmpty() ? 0 : sorted.get(Math.max(1, rank) - 1);
  }

  /** All of them, the shortest first. */
  public List<Long> sortedMillis() {
    List<Long> sorted = new ArrayList<>(confirmationMillis);
    Collections.sort(sorted);
    return sorted;
  }

  /** Of carriage that was booked, by currency. */
  public Map<String, BigDecimal> cost() {
    return Collections.unmodifiableMap(cost);
  }

  /** To how many a day of delivery was promised. */
  public int promised() {
    return promised;
  }

  /** How many were delivered behind the day that was promised. */
  public int late() {
    return late;
  }

  /** To partners, that came to an end. */
  public long calls() {
    return calls;
  }

  /** Of these, whose outcome nobody had recorded. */
  public long assumed() {
    return assumed;
  }
}
