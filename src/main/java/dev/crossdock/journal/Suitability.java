package dev.crossdock.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether orders can be entrusted to a database, by a node that is set up as this one is. */
public final class Suitability {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String SHARDS = "shards";
  private static final int LOOKS = 3;

  private final Connection connection;
  private final String name;
  private final Terms terms;

  /**
   * What is asked of it.
   *
   * @param sync whether it must write what it has committed to disk
   * @param clockOffMax how far its clock may be from this machine's
   * @param shards what the node divides orders into; 1 and up
   */
  public record Terms(boolean sync, Duration clockOffMax, int shards) {}

  private Suitability(Connection connection, String name, Terms terms) {
    this.connection = connection;
    this.name = name;
    this.terms = terms;
  }

  /**
   * Looks at a database with the schema of {@link Migrations}. H2 runs inside of the node: of it
   * only the number of shards is asked.
   *
   * @throws JournalException when it does not keep to the terms, or cannot be reached
   */
  public static void require(String url, String user, String password, Terms terms, Clock machine) {
    try (Connection connection = Vendor.dataSource(url, user, password).getConnection()) {
      var suitability = new Suitability(connection, "journal " + Vendor.shown(url), terms);
      if (Vendor.of(url) == Vendor.POSTGRESQL) {
        suitability.requireSync();
        suitability.requireTime(machine);
      }
      suitability.requireShards();
    } catch (SQLException e) {
      String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new JournalException("journal " + Vendor.shown(url) + ": " + what, e);
    }
  }

  private void requireSync() throws SQLException {
    for (String setting : new String[] {"fsync", "synchronous_commit"}) {
      if (terms.sync() && one("SHOW " + setting).equals("off")) {
        throw new JournalException(
            name + " has " + setting + " off: what was accepted could be lost; switch it on");
      }
    }
  }

  /** The quickest of a few answers says most of the time at which it was given. */
  private void requireTime(Clock machine) throws SQLException {
    long off = Long.MAX_VALUE;
    for (int look = 0; look < LOOKS; look++) {
      long before = machine.millis();
      long there =
          Long.parseLong(one("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"));
      long after = machine.millis();
      off = Math.min(off, Math.max(0, Math.max(before - there, there - after)));
    }
    if (off > terms.clockOffMax().toMillis()) {
      throw new JournalException(
          name + " has a clock that is " + off + " ms from this machine's; set both by one server");
    }
  }

  private void requireShards() throws SQLException {
    String wanted = Integer.toString(terms.shards());
    String made = stored();
    if (made == null) {
      store(wanted);
      made = stored();
    }
    if (!wanted.equals(made)) {
      throw new JournalException(
          name + " was made with " + made + " shards, and crossdock.runtime.shards is " + wanted);
    }
  }

  private @Nullable String stored() throws SQLException {
    String sql = "SELECT content FROM installation WHERE name = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, SHARDS);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }

  private void store(String shards) throws SQLException {
    String sql = "INSERT INTO installation (name, content) VALUES (?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, SHARDS);
      statement.setString(2, shards);
      statement.executeUpdate();
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw e;
      } // else another node was first; whether it has as many is looked at next
    }
  }

  private String one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
