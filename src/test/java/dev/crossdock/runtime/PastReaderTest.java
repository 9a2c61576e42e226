package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.estimate.Past;
import dev.crossdock.flow.Step;
import dev.crossdock.journal.Migrations;
import dev.crossdock.view.Times;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of partners' past from the read side's table. */
final class PastReaderTest {
  private static final String URL = "jdbc:h2:mem:past;DB_CLOSE_DELAY=-1";
  private static final Instant NOON = Sample.NOON;

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    Migrations.migrate(URL, "sa", "");
    connection = DriverManager.getConnection(URL, "sa", "");
  }

  @AfterEach
  void close() throws SQLException {
    connection.createStatement().execute("SHUTDOWN");
  }

  @Test
  void addsUpTheLastDayAndTellsTimesFromTheNewestHours() throws SQLException {
    put(1, "carrier-a", "track", NOON.minus(Duration.ofHours(1)), 250, 5000);
    put(1, "carrier-a", "track", NOON.minus(Duration.ofHours(5)), 300, 9000);
    put(1, "carrier-a", "track", NOON.minus(Duration.ofHours(30)), 700, 1000);
    put(2, "carrier-a", "track", NOON.minus(Duration.ofHours(1)), 900, 1000);
    put(1, "carrier-a", "levitate", NOON.minus(Duration.ofHours(1)), 900, 1000);
    Past past = PastReader.read(connection, 1, NOON);
    assertThat(past.of("carrier-a")).containsOnlyKeys(Step.TRACK);
    Past.Done track = Objects.requireNonNull(past.of("carrier-a").get(Step.TRACK));
    assertThat(track.lastDay()).isEqualTo(new Past.Counts(550, 2, 4, 6, 8));
    assertThat(track.recent().samples()).isEqualTo(250);
    assertThat(track.recent().at(0.5).toMillis()).isCloseTo(5000, Percentage.withPercentage(2));
  }

  @Test
  void goesBackAsFarAsItNeedsToSaySomething() throws SQLException {
    put(1, "payment", "capture-payment", NOON.minus(Duration.ofHours(1)), 10, 100);
    put(1, "payment", "capture-payment", NOON.minus(Duration.ofHours(9)), 190, 400);
    Past past = PastReader.read(connection, 1, NOON);
    Past.Done capture = Objects.requireNonNull(past.of("payment").get(Step.CAPTURE_PAYMENT));
    assertThat(capture.recent().samples()).isEqualTo(200);
    assertThat(capture.recent().at(0.5).toMillis()).isCloseTo(400, Percentage.withPercentage(2));
  }

  @Test
  void knowsNothingOfAnEmptyTable() throws SQLException {
    assertThat(PastReader.read(connection, 1, NOON)).isEqualTo(Past.NONE);
  }

  private void put(int generation, String partner, String step, Instant hour, int done, long millis)
      throws SQLException {
    Histogram times = Times.none();
    IntStream.range(0, done).forEach(i -> Times.add(times, Duration.ofMillis(millis)));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO partner_hour (generation, partner, step, hour_at, succeeded, refused,"
                + " unanswered, in_doubt, parked, times) VALUES (?, ?, ?, ?, ?, 1, 2, 3, 4, ?)")) {
      insert.setInt(1, generation);
      insert.setString(2, partner);
      insert.setString(3, step);
      insert.setLong(4, hour.toEpochMilli() * 1000);
      insert.setLong(5, done);
      insert.setBytes(6, Times.stored(times));
      insert.executeUpdate();
    }
  }
}
