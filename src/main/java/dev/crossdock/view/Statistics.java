package dev.crossdock.view;

import dev.crossdock.journal.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Has PostgreSQL look at its tables whenever the journal has doubled. By itself it does so once a
 * minute at most, and until then takes one index for as good as another: all rows of a merchant are
 * then gone through to find one. H2 looks by itself after some thousand changes.
 */
final class Statistics {
  private static final long EVENTS_MIN = 1000;

  /** Whoever holds a table already is most likely looking at it. */
  private static final String ANALYZE =
      "ANALYZE (SKIP_LOCKED) event_journal, order_list, order_facet, shipment_list, wake_at";

  private final Vendor vendor;
  private final JournalTable journal;
  private long next = EVENTS_MIN;

  Statistics(Vendor vendor, JournalTable journal) {
    this.vendor = vendor;
    this.journal = journal;
  }

  /** Looks again if it is time; takes some tenths of a second, however large the tables are. */
  void refresh(Connection connection) throws SQLException {
    if (vendor == Vendor.H2) {
      return;
    }
    long last = journal.last(connection);
    if (last >= next) {
      // Before it is tried: what fails is not tried again at once, for others wait behind this.
      next = 2 * last;
      try (Statement statement = connection.createStatement()) {
        statement.execute(ANALYZE);
      }
    }
  }
}
