package dev.crossdock.view;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** Small things that everybody needs who speaks SQL. */
public final class Sql {
  private static final long MICROS = 1_000_000;
  private static final int NANOS_OF_MICRO = 1_000;

  private Sql() {}

  /** How moments are stored: microseconds since 1970. */
  public static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  /** The first microsecond that is not before. */
  static long microsUp(Instant at) {
    long micros = micros(at);
    return instant(micros).isBefore(at) ? micros + 1 : micros;
  }

  /** Reverses {@link #micros}. */
  public static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_OF_MICRO);
  }

  /** For {@code = ANY(?)}. */
  public static Array texts(Connection connection, Collection<String> texts) throws SQLException {
    return connection.createArrayOf("VARCHAR", texts.toArray());
  }

  /** The number in the only row. */
  static long one(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
