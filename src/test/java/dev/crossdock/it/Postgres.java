package dev.crossdock.it;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL that is as careful with what it was given as one in production. */
final class Postgres implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final List<String> command;
  private long mainProcess;
  private final AtomicInteger databases = new AtomicInteger();

  private Postgres(EmbeddedPostgres server) throws IOException {
    this.server = server;
    Path pidFile = Path.of(one("SHOW data_directory"), "postmaster.pid");
    this.mainProcess = Long.parseLong(Files.readAllLines(pidFile).getFirst());
    this.command = command(ProcessHandle.of(mainProcess).orElseThrow().info());
  }

  /** It refuses to run as root. */
  private static List<String> command(ProcessHandle.Info info) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(info.command().orElseThrow());
    command.addAll(List.of(info.arguments().orElseThrow()));
    return command;
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
      postgres.letInAllOfThisMachine();
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
    signal(name, processes());
  }

  /** Ends it as an administrator does who waits for nobody. */
  void stop() {
    List<ProcessHandle> all = processes();
    signal("INT", all.subList(0, 1));
    awaitEnd(all);
  }

  /** Ends it as a power cut would. */
  void kill() {
    List<ProcessHandle> all = processes();
    signal("KILL", all);
    awaitEnd(all);
  }

  /** Starts it after its end; waits until it answers. */
  void startAgain() {
    try {
      mainProcess =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .pid();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await("PostgreSQL is there again")
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> one("SELECT 1").equals("1"));
  }

  /** The main one first. */
  private List<ProcessHandle> processes() {
    ProcessHandle main = ProcessHandle.of(mainProcess).orElseThrow();
    return Stream.concat(Stream.of(main), main.descendants()).toList();
  }

  private static void awaitEnd(List<ProcessHandle> all) {
    await("PostgreSQL ends")
        .atMost(Duration.ofSeconds(30))
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static void signal(String name, List<ProcessHandle> processes) {
    List<String> kill = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(process -> kill.add(Long.toString(process.pid())));
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

  /** Nodes come from loopback addresses of their own. */
  private void letInAllOfThisMachine() throws IOException {
    Files.writeString(
        Path.of(one("SHOW hba_file")),
        "\nhost all all 127.0.0.0/8 trust\n",
        StandardOpenOption.APPEND);
    one("SELECT pg_reload_conf()");
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
