package dev.crossdock.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;

/**
 * Writes rows of the journal to PostgreSQL by one statement, whatever their number, with an array a
 * column. It is planned once for ever, is a transaction by itself, and takes one way to the
 * database and back; Slick takes one for each power of two in the number of rows, and two for the
 * transaction.
 */
final class RowInsert {
  private static final String INSERT =
      "INSERT INTO event_journal (persistence_id, sequence_number, writer, write_timestamp,"
          + " adapter_manifest, event_ser_id, event_ser_manifest, event_payload, chain_hash)"
          + " SELECT id, number, writer, written_at, adapter, serializer, manifest, payload, hash"
          + " FROM UNNEST(CAST(? AS varchar[]), CAST(? AS bigint[]), CAST(? AS varchar[]),"
          + " CAST(? AS bigint[]), CAST(? AS varchar[]), CAST(? AS integer[]),"
          + " CAST(? AS varchar[]), CAST(? AS bytea[]), CAST(? AS bytea[])) WITH ORDINALITY"
          + " AS r(id, number, writer, written_at, adapter, serializer, manifest, payload, hash,"
          + " place) ORDER BY place";

  private RowInsert() {}

  /** All or, when it throws, none; their numbers in the journal are in this order. */
  static void into(Connection connection, List<JournalPekkoSerializationRow> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      List<Column> columns =
          List.of(
              new Column("varchar", JournalPekkoSerializationRow::persistenceId),
              new Column("int8", JournalPekkoSerializationRow::sequenceNumber),
              new Column("varchar", JournalPekkoSerializationRow::writer),
              new Column("int8", JournalPekkoSerializationRow::writeTimestamp),
              new Column("varchar", JournalPekkoSerializationRow::adapterManifest),
              new Column("int4", JournalPekkoSerializationRow::eventSerId),
              new Column("varchar", JournalPekkoSerializationRow::eventSerManifest),
              new Column("bytea", JournalPekkoSerializationRow::eventPayload),
              new Column("bytea", row -> row.metaPayload().getOrElse(() -> null)));
      for (int at = 0; at < columns.size(); at++) {
        Column column = columns.get(at);
        statement.setArray(at + 1, connection.createArrayOf(column.type(), column.of(rows)));
      }
      statement.executeUpdate();
    }
  }

  private record Column(String type, Function<JournalPekkoSerializationRow, Object> value) {
    Object[] of(List<JournalPekkoSerializationRow> rows) {
      List<Object> values = new ArrayList<>(rows.size());
      rows.forEach(row -> values.add(value.apply(row)));
      return switch (type) {
        case "bytea" -> values.toArray(byte[][]::new);
        case "int8" -> values.toArray(Long[]::new);
        case "int4" -> values.toArray(Integer[]::new);
        default -> values.toArray(String[]::new);
      };
    }
  }
}
