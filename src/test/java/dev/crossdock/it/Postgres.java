package dev.crossdock.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL that is as careful with what it was given as one in production. */
final class Postgres implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final long mainProcess;
  private final AtomicInteger databases = new AtomicInteger();

  private Postgres(EmbeddedPostgres server) throws IOException {
    this.server = server;
    Path pidFile = Path.of(one("SHOW data_directory"), "postmaster.pid");
    this.mainProcess = Long.parseLong(Files.readAllLines(pidFile).getFirst());
  }

  static Postgres start() {
    try {
      Postgres postgres =
          new Postgres(
              EmbeddedPostgres.builder()
                  .setServerConfig("fsync", "on")
                  .setServerConfig("synchronous_commit", "on")
                  .setServerConfig("full_page_writes", "on")
                  .start());
      postgres.requireSync();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new and empty database, as the section {@code journal} of a configuration. */
  String freshJournal() {
    String name = "crossdock" + databases.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "crossdock.journal { url = \"jdbc:postgresql://127.0.0.1:%d/%s\", user = postgres }"
        .formatted(server.getPort(), name);
  }

  /** Sends a signal to all of its processes, such as STOP or CONT. */
  void signal(String name) {
    long main = mainProcess;
    List<String> kill = new ArrayList<>(List.of("kill", "-" + name, Long.toString(main)));
    ProcessHandle.of(main).stream()
        .flatMap(ProcessHandle::descendants)
        .forEach(child -> kill.add(Long.toString(child.pid())));
    try {
      new ProcessBuilder(kill).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Without it a test that kills would prove nothing. */
  private void requireSync() {
    if (!one("SHOW fsync").equals("on")) {
      throw new IllegalStateException("fsync is off");
    }
  }

  private String one(String query) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
