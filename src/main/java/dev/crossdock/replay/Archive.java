package dev.crossdock.replay;

import dev.crossdock.flow.Flows;
import dev.crossdock.journal.FlowStore;
import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Vendor;
import dev.crossdock.personal.PersonalKeys;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.trade.OrderId;
import dev.crossdock.view.Codecs;
import dev.crossdock.view.JournalTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A journal that no node has in its hands: for tools, and only to be read. Nothing is migrated, so
 * a journal that an older program left can be looked at too.
 *
 * @param flows every version of every flow that is stored in it
 * @param keys that what is personal of orders is sealed with
 */
public record Archive(DataSource database, Vendor vendor, Flows flows, OrderKeys keys) {
  private static final String H2_IN_USE = "90020";
  private static final List<String> H2_ABSENT = List.of("90013", "90146");
  private static final List<String> NO_TABLE = List.of("42S02", "42S04", "42P01");

  /**
   * Opens it.
   *
   * @throws JournalException when it cannot be read, in a line that says why
   */
  public static Archive open(JournalSettings journal) {
    Vendor vendor = Vendor.of(journal.url());
    String readOnly =
        switch (vendor) {
          case H2 -> ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
          case POSTGRESQL -> "&readOnly=true";
        };
    DataSource database = source(journal, readOnly);
    reach(database, journal);
    return new Archive(
        database,
        vendor,
        new FlowStore(database).register(List.of()),
        PersonalKeys.reading(journal, database));
  }

  /**
   * All that has happened to the order and its shipments; empty when there is none.
   *
   * @throws JournalException when the journal cannot be read
   */
  public Optional<Life> life(OrderId id) {
    try (Connection connection = database.getConnection()) {
      return new LifeReader(JournalTable.of(vendor), codecs()).life(connection, id);
    } catch (SQLException failure) {
      throw new JournalException("the journal cannot be read: " + failure.getMessage(), failure);
    }
  }

  /** What reads its events. */
  public Codecs codecs() {
    return Codecs.of(flows, keys);
  }

  /** What is read of its events. */
  Columns columns() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Columns.of(connection);
    }
  }

  private static DataSource source(JournalSettings journal, String more) {
    return Vendor.dataSource(journal.url() + more, journal.user(), journal.password().value());
  }

  private static void reach(DataSource database, JournalSettings journal) {
    String where = "journal " + journal.url().split("[?;]", 2)[0];
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SELECT 1 FROM \"event_journal\" WHERE 1 = 0");
      statement.execute("SELECT 1 FROM flow_definition WHERE 1 = 0");
    } catch (SQLException failure) {
      throw new JournalException(where + " " + why(failure), failure);
    }
  }

  private static String why(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (state.equals(H2_IN_USE)) {
      return "is in use by a node; stop that, or work on a copy";
    }
    if (H2_ABSENT.contains(state)) {
      return "is not there";
    }
    if (NO_TABLE.contains(state)) {
      return "is no journal of Crossdock";
    }
    String message = String.valueOf(failure.getMessage());
    return "cannot be reached: " + message.lines().findFirst().orElse("");
  }
}
