package dev.crossdock.replay;

import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Flows;
import dev.crossdock.journal.FlowStore;
import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.Migrations;
import dev.crossdock.journal.Vendor;
import dev.crossdock.personal.PortableKey;
import dev.crossdock.settings.JournalSettings;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** Reads an exported journal into an empty store: all of it, or none of its events. */
public final class Importer {
  private static final String EMPTY =
      "SELECT (SELECT COUNT(*) FROM (SELECT 1 AS one FROM \"event_journal\" FETCH NEXT 1 ROWS ONLY)"
          + " AS events) + (SELECT COUNT(*) FROM \"snapshot\")";

  private final JournalSettings journal;
  private final LongConsumer progress;

  /**
   * @param progress told how many more events are read
   */
  public Importer(JournalSettings journal, LongConsumer progress) {
    this.journal = journal;
    this.progress = progress;
  }

  /**
   * Reads all of it.
   *
   * @param in buffered
   * @return how many events were stored
   * @throws JournalException when the store is not empty, or cannot be had
   * @throws BadLine when a line cannot be stored; no event is then
   */
  public long load(InputStream in) throws SQLException, IOException {
    Vendor vendor = Vendor.of(journal.url());
    String password = journal.password().value();
    Migrations.migrate(journal.url(), journal.user(), password);
    DataSource database = Vendor.dataSource(journal.url(), journal.user(), password);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      mustBeEmpty(connection, vendor);
      long events = load(connection, database, new CountedLines(in));
      connection.commit();
      return events;
    }
  }

  private static void mustBeEmpty(Connection connection, Vendor vendor) throws SQLException {
    try (var statement = connection.createStatement()) {
      if (vendor == Vendor.POSTGRESQL) {
        statement.execute("LOCK TABLE event_journal IN EXCLUSIVE MODE NOWAIT");
      }
      try (var row = statement.executeQuery(EMPTY)) {
        row.next();
        if (row.getLong(1) > 0) {
          throw new JournalException("the store to import into is not empty; nothing was changed");
        }
      }
    }
  }

  private long load(Connection connection, DataSource database, CountedLines lines)
      throws SQLException, IOException {
    head(lines);
    FlowStore store = new FlowStore(database);
    List<Flow> flows = new ArrayList<>();
    ImportedLine line = lines.next();
    while (line instanceof ImportedLine.OfFlow(String definition)) {
      flows.add(flow(lines, store, definition));
      line = lines.next();
    }
    store.register(flows);
    ArrivedKeys keys = new ArrivedKeys(connection);
    while (line instanceof ImportedLine.OfKey(PortableKey key)) {
      keys.take(key);
      line = lines.next();
    }
    keys.end();
    Arrivals arrivals = new Arrivals(connection, new Flows(List.of(), flows), keys);
    while (line instanceof ImportedLine.OfEvent(StoredEvent event)) {
      arrivals.take(lines.number(), event);
      progress.accept(1);
      line = lines.next();
    }
    if (!(line instanceof ImportedLine.End(long events))) {
      throw new BadLine(lines.number(), "neither an event nor the end");
    }
    if (events != arrivals.stored()) {
      throw new BadLine(
          lines.number(), events + " events are announced, there were " + arrivals.stored());
    }
    lines.mustEnd();
    arrivals.end();
    return arrivals.stored();
  }

  private static void head(CountedLines lines) throws IOException {
    if (!(lines.next() instanceof ImportedLine.Head(int format))) {
      throw new BadLine(lines.number(), "it is not the beginning of an exported journal");
    }
    if (format < 1 || format > ExportLines.FORMAT) {
      throw new BadLine(
          lines.number(),
          "format " + format + " is not known; this program knows 1 to " + ExportLines.FORMAT);
    }
  }

  private static Flow flow(CountedLines lines, FlowStore store, String definition) {
    try {
      return store.flow(definition);
    } catch (JournalException e) {
      throw new BadLine(lines.number(), String.valueOf(e.getMessage()), e);
    }
  }
}
