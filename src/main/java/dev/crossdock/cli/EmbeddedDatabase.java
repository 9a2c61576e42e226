package dev.crossdock.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL that comes with the program and runs as long as it does; its files stay. */
final class EmbeddedDatabase implements Closeable {
  static final String USER = "postgres";

  private static final String CLASS = "/io/zonky/test/db/postgres/embedded/EmbeddedPostgres.class";

  private final EmbeddedPostgres server;

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Whether it is part of this build: an archive for production is without it. */
  static boolean isThere() {
    return EmbeddedDatabase.class.getResource(CLASS) != null;
  }

  /** Starts it on any free port, on the files of an earlier run if there are some. */
  static EmbeddedDatabase start(Path folder) throws IOException {
    return new EmbeddedDatabase(
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            // It outlives the nodes, so whoever stops these stops it.
            .setRegisterShutdownHook(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start());
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
