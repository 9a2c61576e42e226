package dev.crossdock.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.OrderStatus;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers are of the last minutes, counted from the moment that the tables are at. */
class OrderStatisticsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:15Z");

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void minutesCountAsFarAsTheyAreWithin(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    database.run("INSERT INTO order_count VALUES (1, 'default', 'CONFIRMED', 7)");
    database.run("INSERT INTO order_count VALUES (1, 'default', 'FAILED', 0)");
    database.run("INSERT INTO order_count VALUES (1, 'other', 'CLOSED', 1)");
    try (Connection connection = database.source().getConnection()) {
      minute(connection, "2026-11-23T12:00:00Z", 60, 100);
      minute(connection, "2026-11-23T11:59:00Z", 120, 200);
      minute(connection, "2026-11-23T11:45:00Z", 1200, 300);
      minute(connection, "2026-11-23T11:44:00Z", 9999, 99_000);
      OrderStats stats = OrderStatistics.of(connection, 1, "default", NOW);
      assertThat(stats.orders()).isEqualTo(Map.of(OrderStatus.CONFIRMED, 7L));
      assertThat(stats.lastMinute().received()).isEqualTo((60 + 0.75 * 120) / 60);
      assertThat(stats.last15Minutes().received()).isEqualTo((60 + 120 + 0.75 * 1200) / 900);
      assertThat(stats.lastMinute().delivered()).isZero();
      assertThat(stats.confirmations().count()).isEqualTo(3);
      assertThat(stats.confirmations().p50Millis().orElseThrow()).isBetween(199L, 202L);
      assertThat(stats.confirmations().p90Millis().orElseThrow()).isBetween(299L, 302L);
      assertThat(OrderStatistics.of(connection, 1, "none", NOW).confirmations().p50Millis())
          .isEmpty();
    }
  }

  private static void minute(Connection connection, String at, int received, int millis)
      throws SQLException {
    Histogram times = Times.none();
    Times.add(times, Duration.ofMillis(millis));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO order_minute VALUES (1, 'default', ?, ?, 1, 0, 0, ?)")) {
      insert.setLong(1, Sql.micros(Instant.parse(at)));
      insert.setInt(2, received);
      insert.setBytes(3, Times.stored(times));
      insert.executeUpdate();
    }
  }
}
