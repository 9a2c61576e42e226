package dev.crossdock.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The PostgreSQL of everybody: it syncs every commit; all else is as it comes. */
final class PostgresServer implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final long pid;

  private PostgresServer(EmbeddedPostgres server, long pid) {
    this.server = server;
    this.pid = pid;
  }

  static PostgresServer start() throws IOException, SQLException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
    if (!one(server, "postgres", "SHOW fsync").equals("on")) {
      throw new IllegalStateException("fsync is off");
    }
    Path pidFile = Path.of(one(server, "postgres", "SHOW data_directory"), "postmaster.pid");
    return new PostgresServer(server, Long.parseLong(Files.readAllLines(pidFile).getFirst()));
  }

  /** Makes an empty database, and begins with nothing left to write of what was before. */
  void create(String database) throws SQLException {
    run("CREATE DATABASE " + database);
    run("CHECKPOINT");
  }

  void drop(String database) throws SQLException {
    run("DROP DATABASE " + database + " WITH (FORCE)");
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  /** The first column of the first row. */
  String one(String database, String query) throws SQLException {
    return one(server, database, query);
  }

  String version() throws SQLException {
    return one("postgres", "SHOW server_version");
  }

  double seconds() throws IOException {
    return Machine.familySeconds(pid);
  }

  double mebibytes() throws IOException {
    return Machine.familyMebibytes(pid);
  }

  private void run(String statement) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String one(EmbeddedPostgres server, String database, String query)
      throws SQLException {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
