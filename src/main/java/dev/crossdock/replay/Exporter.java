package dev.crossdock.replay;

import dev.crossdock.journal.FlowStore;
import dev.crossdock.journal.Vendor;
import dev.crossdock.personal.PortableKey;
import dev.crossdock.personal.PortableKeys;
import dev.crossdock.trade.OrderId;
import dev.crossdock.view.Fold;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Writes a journal, or a part of it, as NDJSON. Events come in the order in which they were stored,
 * in a part those of each order by themselves.
 */
public final class Exporter {
  private static final int PAGE = 2_000;
  private static final String NEXT =
      "\"ordering\" > ? ORDER BY \"ordering\" FETCH NEXT ? ROWS ONLY";
  private static final String PLACED =
      "SELECT \"persistence_id\" FROM \"event_journal\" WHERE \"persistence_id\" LIKE 'order|%'"
          + " AND \"sequence_number\" = 1 AND \"write_timestamp\" >= ? AND \"write_timestamp\" < ?"
          + " ORDER BY \"ordering\"";

  private final Archive archive;
  private final Columns columns;
  private final ExportLines lines;
  private final boolean withKeys;
  private final LongConsumer progress;
  private long written;

  /**
   * @param out buffered
   * @param withKeys whether keys come along, wrapped with the master; of those that were destroyed
   *     it is always told that they were
   * @param progress told how many more events are written
   */
  public Exporter(Archive archive, OutputStream out, boolean withKeys, LongConsumer progress)
      throws SQLException {
    this.archive = archive;
    this.columns = archive.columns();
    this.lines = new ExportLines(out);
    this.withKeys = withKeys;
    this.progress = progress;
  }

  /**
   * Writes the part, as the journal is at this moment.
   *
   * @return how many events were written
   */
  public long export(Selection part) throws SQLException, IOException {
    lines.head();
    for (String definition : new FlowStore(archive.database()).definitions()) {
      lines.flow(definition);
    }
    try (Connection connection = archive.database().getConnection()) {
      connection.setAutoCommit(false);
      if (archive.vendor() == Vendor.POSTGRESQL) {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      switch (part) {
        case Selection.All all -> {
          keys(connection);
          all(connection);
        }
        case Selection.One one -> orders(connection, List.of(one.id()));
        case Selection.Placed placed ->
            orders(connection, placed(connection, placed.since(), placed.until()));
      }
    }
    lines.end(written);
    return written;
  }

  private void keys(Connection connection) throws SQLException, IOException {
    if (!PortableKeys.areIn(connection)) {
      return;
    }
    String behind = "";
    for (List<PortableKey> page = PortableKeys.page(connection, behind, PAGE);
        !page.isEmpty();
        page = PortableKeys.page(connection, behind, PAGE)) {
      write(page, withKeys);
      behind = page.getLast().key();
    }
  }

  private void write(List<PortableKey> keys, boolean all) throws IOException {
    for (PortableKey key : keys) {
      if (all || key.wrapped() == null) {
        lines.key(key);
      }
    }
  }

  /** All keys before all events: whoever reads an event is to know whether its key came along. */
  private void orders(Connection connection, List<OrderId> ids) throws SQLException, IOException {
    if (PortableKeys.areIn(connection)) {
      for (int from = 0; from < ids.size(); from += PAGE) {
        List<OrderId> some = ids.subList(from, Math.min(from + PAGE, ids.size()));
        write(PortableKeys.of(connection, some), withKeys);
      }
    }
    for (OrderId id : ids) {
      order(connection, id);
    }
  }

  private void all(Connection connection) throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(columns.select() + NEXT)) {
      long last = Long.MIN_VALUE;
      for (List<StoredEvent> page = page(statement, last);
          !page.isEmpty();
          page = page(statement, last)) {
        write(page);
        last = page.getLast().ordering();
      }
    }
  }

  private List<StoredEvent> page(PreparedStatement statement, long last) throws SQLException {
    statement.setLong(1, last);
    statement.setInt(2, PAGE);
    List<StoredEvent> page = new ArrayList<>(PAGE);
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        page.add(columns.event(row));
      }
    }
    return page;
  }

  /** With its shipments, and what callbacks find them by. */
  private void order(Connection connection, OrderId id) throws SQLException, IOException {
    OrderRows rows = new OrderRows(columns);
    List<StoredEvent> events = rows.of(connection, id);
    write(events);
    write(new OrderClaims(rows, archive.flows()).of(connection, events));
  }

  private void write(List<StoredEvent> events) throws IOException {
    for (StoredEvent event : events) {
      lines.event(event);
    }
    written += events.size();
    progress.accept(events.size());
  }

  private static List<OrderId> placed(Connection connection, Instant since, Instant until)
      throws SQLException {
    List<OrderId> ids = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(PLACED)) {
      statement.setLong(1, since.toEpochMilli());
      statement.setLong(2, until.toEpochMilli());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(OrderId.ofEntity(row.getString(1).substring(Fold.ORDERS.length())));
        }
      }
    }
    return ids;
  }
}
