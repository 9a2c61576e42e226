package dev.crossdock.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** An empty database of each kind that a journal may be in. */
public record Database(Vendor vendor, String url, String user, String password) {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Started once for all tests; it ends itself with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = started();

    private static EmbeddedPostgres started() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A new one. */
  public static Database empty(Vendor vendor, java.nio.file.Path directory) throws SQLException {
    return switch (vendor) {
      case H2 -> new Database(vendor, "jdbc:h2:file:" + directory.resolve("journal"), "sa", "");
      case POSTGRESQL -> postgres();
    };
  }

  private static Database postgres() throws SQLException {
    String name = "journal" + COUNT.incrementAndGet();
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    String url = Server.POSTGRES.getJdbcUrl("postgres", name).split("[?]", 2)[0];
    return new Database(Vendor.POSTGRESQL, url, "postgres", "postgres");
  }

  public void migrate() {
    Migrations.migrate(url, user, password);
  }

  public javax.sql.DataSource source() {
    return Vendor.dataSource(url, user, password);
  }

  public void run(String sql) throws SQLException {
    try (Connection connection = source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public String one(String sql) throws SQLException {
    try (Connection connection = source().getConnection();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
