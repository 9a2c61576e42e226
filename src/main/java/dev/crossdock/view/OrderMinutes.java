package dev.crossdock.view;

import dev.crossdock.order.Order;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** The table {@code order_minute}: how many orders came, were confirmed, arrived or ended when. */
final class OrderMinutes {
  private static final String SELECT =
      "SELECT confirmation_times FROM order_minute"
          + " WHERE generation = ? AND merchant = ? AND minute_at = ?";
  private static final String UPDATE =
      "UPDATE order_minute SET received = received + ?, confirmed = confirmed + ?,"
          + " delivered = delivered + ?, ended = ended + ?, confirmation_times = ?"
          + " WHERE generation = ? AND merchant = ? AND minute_at = ?";
  private static final String INSERT =
      "INSERT INTO order_minute (received, confirmed, delivered, ended, confirmation_times,"
          + " generation, merchant, minute_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  private final int generation;

  OrderMinutes(int generation) {
    this.generation = generation;
  }

  private record Minute(String merchant, Instant at) implements Comparable<Minute> {
    private static final Comparator<Minute> ORDER =
        Comparator.comparing(Minute::merchant).thenComparing(Minute::at);

    @Override
    public int compareTo(Minute other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Tally {
    private long received;
    private long confirmed;
    private long delivered;
    private long ended;
    private final Histogram confirmationTimes = Times.none();

    /** Whether anything was counted. */
    boolean takes(Change.OfOrder change) {
      switch (change.event()) {
        case OrderEvent.Placed e -> received++;
        case OrderEvent.Confirmed e when change.after() instanceof Order order -> {
          confirmed++;
          Times.add(confirmationTimes, Duration.between(order.placed().at(), e.at()));
        }
        case OrderEvent.Ended e -> ended++;
        default -> { // whether it has arrived by an event, its states tell
          if (isDelivered(change.before()) || !isDelivered(change.after())) {
            return false;
          }
          delivered++;
        }
      }
      return true;
    }

    private static boolean isDelivered(OrderState state) {
      return state instanceof Order order && order.status() == OrderStatus.DELIVERED;
    }
  }

  void write(Connection connection, List<Moved> moved) throws SQLException {
    Map<Minute, Tally> tallies = new TreeMap<>();
    Tally spare = new Tally();
    for (Moved one : moved) {
      for (Change.OfOrder change : one.fresh()) {
        Instant minute = change.event().at().truncatedTo(ChronoUnit.MINUTES);
        Minute key = new Minute(change.id().merchant(), minute);
        Tally tally = tallies.getOrDefault(key, spare);
        if (tally.takes(change) && tallies.put(key, tally) == null) {
          spare = new Tally();
        }
      }
    }
    for (var entry : tallies.entrySet()) {
      add(connection, entry.getKey(), entry.getValue());
    }
  }

  private void add(Connection connection, Minute minute, Tally tally) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setInt(1, generation);
      statement.setString(2, minute.merchant());
      statement.setLong(3, Sql.micros(minute.at()));
      try (ResultSet row = statement.executeQuery()) {
        boolean known = row.next();
        if (known) {
          tally.confirmationTimes.add(Times.of(row.getBytes(1)));
        }
        write(connection, known ? UPDATE : INSERT, minute, tally);
      }
    }
  }

  private void write(Connection connection, String sql, Minute minute, Tally tally)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, tally.received);
      statement.setLong(2, tally.confirmed);
      statement.setLong(3, tally.delivered);
      statement.setLong(4, tally.ended);
      statement.setBytes(5, Times.stored(tally.confirmationTimes));
      statement.setInt(6, generation);
      statement.setString(7, minute.merchant());
      statement.setLong(8, Sql.micros(minute.at()));
      statement.executeUpdate();
    }
  }
}
