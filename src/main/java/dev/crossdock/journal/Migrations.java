package dev.crossdock.journal;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the schema of a journal to the version that this program works with. */
public final class Migrations {
  private Migrations() {}

  /**
   * Creates or changes what has to be. Any number of nodes may do so at once.
   *
   * @throws JournalException when the database cannot be reached, or a newer program has changed it
   */
  public static void migrate(String url, String user, String password) {
    String ofVendor = "classpath:db/migration/" + Vendor.of(url).folder();
    try {
      Flyway flyway =
          Flyway.configure()
              .dataSource(Vendor.dataSource(url, user, password))
              .locations(ofVendor, "classpath:db/migration/common")
              .load();
      refuseNewer(url, flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new JournalException("journal " + Vendor.shown(url) + ": " + cause(e), e);
    }
  }

  private static void refuseNewer(String url, Flyway flyway) {
    Arrays.stream(flyway.info().applied())
        .filter(migration -> !migration.getState().isResolved())
        .findFirst()
        .ifPresent(
            migration -> {
              throw new JournalException(newer(url, migration));
            });
  }

  private static String newer(String url, MigrationInfo migration) {
    return "journal "
        + Vendor.shown(url)
        + " has a schema of version "
        + migration.getVersion()
        + ", which is newer than this program";
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
