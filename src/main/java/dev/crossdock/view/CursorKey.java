package dev.crossdock.view;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The key of cursors that nobody has set: made by whichever node is first, and kept for all. */
public final class CursorKey {
  private static final String NAME = "cursor";
  private static final int BYTES = 32;
  private static final String NO_TWO_ALIKE = "23505";

  private CursorKey() {}

  /**
   * The key that is kept, made if there is none. Waits for the database.
   *
   * @throws IllegalStateException when the database fails
   */
  public static byte[] kept(DataSource source) {
    try (Connection connection = source.getConnection()) {
      List<byte[]> kept = select(connection);
      if (kept.isEmpty()) {
        make(connection);
        kept = select(connection);
      }
      return kept.getFirst();
    } catch (SQLException e) {
      throw new IllegalStateException("no key of cursors: " + e.getMessage(), e);
    }
  }

  private static List<byte[]> select(Connection connection) throws SQLException {
    return SqlText.of("SELECT secret FROM read_secret WHERE name = ?", NAME)
        .query(connection, row -> row.getBytes(1));
  }

  private static void make(Connection connection) throws SQLException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO read_secret (name, secret) VALUES (?, ?)")) {
      insert.setString(1, NAME);
      insert.setBytes(2, key);
      insert.executeUpdate();
    } catch (SQLException e) {
      if (!NO_TWO_ALIKE.equals(e.getSQLState())) {
        throw e;
      }
    }
  }
}
