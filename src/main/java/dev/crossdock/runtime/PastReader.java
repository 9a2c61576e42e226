package dev.crossdock.runtime;

import dev.crossdock.estimate.Past;
import dev.crossdock.estimate.Past.Counts;
import dev.crossdock.estimate.Past.Done;
import dev.crossdock.estimate.Tables;
import dev.crossdock.flow.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DataFormatException;

/**
 * Reads from the read side's table what partners did for each step in the last day. How long it
 * took is told from the newest hours, as many as it needs to say something.
 */
final class PastReader {
  private static final Duration DAY = Duration.ofDays(1);
  private static final long ENOUGH = 200;
  private static final String SELECT =
      "SELECT partner, step, succeeded, refused, unanswered, in_doubt, parked, times"
          + " FROM partner_hour WHERE generation = ? AND hour_at > ? ORDER BY hour_at DESC";

  private final Map<String, Map<Step, Sum>> sums = new TreeMap<>();

  private PastReader() {}

  /** What adds up over the hours of one partner and step. */
  private static final class Sum {
    private final List<byte[]> newest = new ArrayList<>();
    private Counts counts = Counts.NONE;

    void add(Counts more, byte[] times) {
      if (counts.succeeded() < ENOUGH) {
        newest.add(times);
      }
      counts = counts.plus(more);
    }

    Done done() throws SQLException {
      try {
        return new Done(Tables.ofMillis(newest), counts);
      } catch (DataFormatException e) {
        throw new SQLException("times that are no histogram", e);
      }
    }
  }

  /** Of that generation of the tables. */
  static Past read(Connection connection, int generation, Instant now) throws SQLException {
    PastReader reader = new PastReader();
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setInt(1, generation);
      statement.setLong(2, ChronoUnit.MICROS.between(Instant.EPOCH, now.minus(DAY)));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.add(rows);
        }
      }
    }
    return reader.past();
  }

  /** Steps that this node does not know are those of a newer one. */
  private void add(ResultSet row) throws SQLException {
    Optional<Step> step = Step.ofLabel(row.getString("step"));
    if (step.isPresent()) {
      Counts counts =
          new Counts(
              row.getLong("succeeded"),
              row.getLong("refused"),
              row.getLong("unanswered"),
              row.getLong("in_doubt"),
              row.getLong("parked"));
      sums.computeIfAbsent(row.getString("partner"), any -> new EnumMap<>(Step.class))
          .computeIfAbsent(step.get(), any -> new Sum())
          .add(counts, row.getBytes("times"));
    }
  }

  private Past past() throws SQLException {
    Map<String, Map<Step, Done>> all = new TreeMap<>();
    for (var partner : sums.entrySet()) {
      Map<Step, Done> steps = new EnumMap<>(Step.class);
      for (var step : partner.getValue().entrySet()) {
        steps.put(step.getKey(), step.getValue().done());
      }
      all.put(partner.getKey(), steps);
    }
    return new Past(all);
  }
}
