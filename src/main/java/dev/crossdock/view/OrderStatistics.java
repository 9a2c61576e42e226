package dev.crossdock.view;

import dev.crossdock.order.OrderStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/** Reads statistics: a row a status, and a row each of the last minutes. */
final class OrderStatistics {
  private static final int MINUTES = 15;
  private static final double SECONDS = 60;

  private final List<Minute> minutes;
  private final Instant now;

  private OrderStatistics(List<Minute> minutes, Instant now) {
    this.minutes = minutes;
    this.now = now;
  }

  /** One row of {@code order_minute}. */
  private record Minute(
      Instant at, long received, long confirmed, long delivered, Histogram times) {
    static Minute of(ResultSet row) throws SQLException {
      return new Minute(
          Sql.instant(row.getLong(1)),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          Times.of(row.getBytes(5)));
    }
  }

  /**
   * The statistics of that generation of the tables.
   *
   * @param now the end of the last minute, and of the last fifteen
   */
  static OrderStats of(Connection connection, int generation, String merchant, Instant now)
      throws SQLException {
    Instant first = now.truncatedTo(ChronoUnit.MINUTES).minus(MINUTES, ChronoUnit.MINUTES);
    List<Minute> minutes =
        SqlText.of(
                "SELECT minute_at, received, confirmed, delivered, confirmation_times"
                    + " FROM order_minute WHERE generation = ? AND merchant = ?"
                    + " AND minute_at >= ? AND minute_at <= ?",
                generation,
                merchant,
                Sql.micros(first),
                Sql.micros(now))
            .query(connection, Minute::of);
    OrderStatistics statistics = new OrderStatistics(minutes, now);
    return new OrderStats(
        counts(connection, generation, merchant),
        statistics.throughput(1),
        statistics.throughput(MINUTES),
        statistics.confirmations());
  }

  private static Map<OrderStatus, Long> counts(
      Connection connection, int generation, String merchant) throws SQLException {
    Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
    SqlText.of(
            "SELECT status, orders FROM order_count"
                + " WHERE generation = ? AND merchant = ? AND orders > 0",
            generation,
            merchant)
        .query(
            connection, row -> counts.put(OrderStatus.valueOf(row.getString(1)), row.getLong(2)));
    return counts;
  }

  private OrderStats.Throughput throughput(int length) {
    return new OrderStats.Throughput(
        perSecond(length, Minute::received),
        perSecond(length, Minute::confirmed),
        perSecond(length, Minute::delivered));
  }

  /** Of the minute that is only in part within so many minutes from now, that part counts. */
  private double perSecond(int length, ToLongFunction<Minute> count) {
    Instant begin = now.minus(length, ChronoUnit.MINUTES);
    double sum = 0;
    for (Minute minute : minutes) {
      double after = Duration.between(begin, minute.at()).toMillis() / 1000.0;
      sum += count.applyAsLong(minute) * Math.clamp((after + SECONDS) / SECONDS, 0, 1);
    }
    return Math.round(1000 * sum / (SECONDS * length)) / 1000.0;
  }

  private OrderStats.Confirmations confirmations() {
    Histogram all = Times.none();
    minutes.forEach(minute -> all.add(minute.times()));
    return new OrderStats.Confirmations(
        all.getTotalCount(), percentile(all, 50), percentile(all, 90));
  }

  private static OptionalLong percentile(Histogram times, double percent) {
    return times.getTotalCount() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(times.getValueAtPercentile(percent));
  }
}
