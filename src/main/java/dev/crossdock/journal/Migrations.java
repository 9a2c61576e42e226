package dev.crossdock.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the schema of a journal to the version that this program works with, or finds that it is
 * of a later one that it can work with as well: nodes of two versions run beside each other while a
 * cluster is upgraded, and either may be started again meanwhile.
 */
public final class Migrations {
  private final String name;
  private final DataSource database;
  private final Flyway flyway;

  private Migrations(String url, DataSource database, Flyway flyway) {
    this.name = "journal " + Vendor.shown(url);
    this.database = database;
    this.flyway = flyway;
  }

  /**
   * Creates or changes what has to be. Any number of nodes may do so at once.
   *
   * @return the newest version that this program knows
   * @throws JournalException when the database cannot be reached, or a newer program has changed it
   *     in a way that this one cannot work with, or older ones run that could not from then on
   */
  public static int migrate(String url, String user, String password) {
    return migrate(url, user, password, "classpath:db/migration/common");
  }

  /** With other migrations than those of this program beside the vendor's. */
  static int migrate(String url, String user, String password, String... common) {
    List<String> locations = new ArrayList<>(List.of(common));
    locations.add("classpath:db/migration/" + Vendor.of(url).folder());
    DataSource database = Vendor.dataSource(url, user, password);
    try {
      Flyway flyway =
          Flyway.configure()
              .dataSource(database)
              .locations(locations.toArray(String[]::new))
              .load();
      return new Migrations(url, database, flyway).migrated();
    } catch (FlywayException | SQLException e) {
      throw new JournalException("journal " + Vendor.shown(url) + ": " + cause(e), e);
    }
  }

  private int migrated() throws SQLException {
    MigrationInfo[] all = flyway.info().all();
    int known = newest(Arrays.stream(all).filter(migration -> migration.getState().isResolved()));
    Arrays.stream(all)
        .filter(migration -> !migration.getState().isResolved() && Needs.of(migration) > known)
        .findFirst()
        .ifPresent(migration -> refuse(migration, known));
    requireNobodyOlder(flyway.info().pending());
    flyway.migrate();
    return known;
  }

  private void refuse(MigrationInfo newer, int known) {
    throw new JournalException(
        "%s has a schema of version %s, for programs that know version %d; this one knows %d"
            .formatted(name, newer.getVersion(), Needs.of(newer), known));
  }

  /** Nodes that run would fail, one after the other, in whatever they do next. */
  private void requireNobodyOlder(MigrationInfo[] pending) throws SQLException {
    int needed = Arrays.stream(pending).mapToInt(Needs::of).max().orElse(0);
    if (needed == 0 || newest(Arrays.stream(flyway.info().applied())) < Needs.FIRST) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      Roster.living(connection).entrySet().stream()
          .filter(node -> node.getValue() < needed)
          .findFirst()
          .ifPresent(
              node -> {
                throw new JournalException(
                    ("%s would get a schema for programs that know version %d, but %s runs, which"
                            + " knows %d; stop it first")
                        .formatted(name, needed, node.getKey(), node.getValue()));
              });
    }
  }

  private static int newest(Stream<MigrationInfo> migrations) {
    return migrations
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .mapToInt(version -> version.getMajor().intValueExact())
        .max()
        .orElse(0);
  }

  /** The innermost message: Flyway's own are of several lines. */
  private static String cause(Throwable failure) {
    Throwable inmost = failure;
    while (inmost.getCause() != null) {
      inmost = inmost.getCause();
    }
    String message = inmost.getMessage() == null ? inmost.toString() : inmost.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }
}
