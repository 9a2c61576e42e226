package dev.crossdock.settings;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The program that {@link H2CrashTest} kills: commits row by row and says each number after it. */
final class H2Writer {
  private static final int ROWS_MAX = 1_000_000;

  private H2Writer() {}

  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE event (id INT PRIMARY KEY, payload VARCHAR)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO event VALUES (?, ?)")) {
        for (int i = 1; i < ROWS_MAX; i++) {
          insert.setInt(1, i);
          insert.setString(2, "x".repeat(100));
          insert.executeUpdate();
          System.out.println(i);
        }
      }
    }
  }
}
