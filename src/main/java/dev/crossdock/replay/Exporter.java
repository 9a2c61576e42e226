package dev.crossdock.replay;

import dev.crossdock.journal.FlowStore;
import dev.crossdock.journal.Vendor;
import dev.crossdock.trade.OrderId;
import dev.crossdock.view.Fold;
import dev.crossdock.view.Sql;
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
 * Writes a journal, or a part of it, as NDJSON. Events come in the order in which they were stored.
 */
public final class Exporter {
  private static final int PAGE = 2_000;
  private static final int SHIPMENTS_AT_ONCE = 50;
  private static final String COLUMNS =
      "SELECT \"persistence_id\", \"sequence_number\", \"write_timestamp\", \"event_ser_id\","
          + " \"deleted\", \"event_payload\", \"ordering\" FROM \"event_journal\" WHERE ";
  private static final String NEXT =
      COLUMNS + "\"ordering\" > ? ORDER BY \"ordering\" FETCH NEXT ? ROWS ONLY";
  private static final String OF_IDS =
      COLUMNS + "\"persistence_id\" = ANY(?) ORDER BY \"ordering\"";
  private static final String PLACED =
      "SELECT \"persistence_id\" FROM \"event_journal\" WHERE \"persistence_id\" LIKE 'order|%'"
          + " AND \"sequence_number\" = 1 AND \"write_timestamp\" >= ? AND \"write_timestamp\" < ?"
          + " ORDER BY \"ordering\"";

  private final Archive archive;
  private final ExportLines lines;
  private final LongConsumer progress;
  private long written;

  /**
   * @param out buffered
   * @param progress told how many more events are written
   */
  public Exporter(Archive archive, OutputStream out, LongConsumer progress) {
    this.archive = archive;
    this.lines = new ExportLines(out);
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
        case Selection.All all -> all(connection);
        case Selection.One one -> order(connection, one.id());
        case Selection.Placed placed -> {
          for (OrderId id : placed(connection, placed.since(), placed.until())) {
            order(connection, id);
          }
        }
      }
    }
    lines.end(written);
    return written;
  }

  private void all(Connection connection) throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
      long last = Long.MIN_VALUE;
      long before = -1;
      while (written > before) {
        before = written;
        statement.setLong(1, last);
        statement.setInt(2, PAGE);
        last = write(statement, last);
      }
    }
  }

  /** Shipments are numbered from 1 without a hole. */
  private void order(Connection connection, OrderId id) throws SQLException, IOException {
    List<String> ids = new ArrayList<>(List.of(Fold.ORDERS + id.entityId()));
    try (PreparedStatement statement = connection.prepareStatement(OF_IDS)) {
      long before = -1;
      for (int number = 1; written > before; number += SHIPMENTS_AT_ONCE) {
        before = written;
        for (int i = number; i < number + SHIPMENTS_AT_ONCE; i++) {
          ids.add(Fold.SHIPMENTS + id.shipment(i).entityId());
        }
        statement.setArray(1, Sql.texts(connection, ids));
        write(statement, 0);
        ids.clear();
      }
    }
  }

  /** The number of the last row; the same as before when there is none. */
  private long write(PreparedStatement statement, long before) throws SQLException, IOException {
    long last = before;
    long begin = written;
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        lines.event(
            new StoredEvent(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getBytes(6)));
        last = row.getLong(7);
        written++;
      }
    }
    progress.accept(written - begin);
    return last;
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
