package dev.crossdock.runtime;

import dev.crossdock.journal.EventHash;
import dev.crossdock.journal.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scala.PartialFunction;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import scala.runtime.BoxedUnit;
import scala.util.Try;
import slick.jdbc.JdbcBackend.JdbcDatabaseDef;

/**
 * Reads entities' last events, as far as the next one must know it: every entity that comes to
 * memory asks for its own, so those of many are read by one query. What is told was so at a moment
 * after it was asked for.
 */
final class LastEventReads {
  private static final Groups.Bounds BOUNDS = new Groups.Bounds(500, 100_000, 1);
  private static final String LAST =
      "SELECT \"persistence_id\", \"sequence_number\", "
          + EventHash.COLUMN
          + " FROM \"event_journal\" WHERE \"persistence_id\" = ";
  private static final String NEWEST = " ORDER BY \"sequence_number\" DESC FETCH FIRST 1 ROWS ONLY";
  private static final String OF_ONE = LAST + "?" + NEWEST;
  private static final String OF_ALL =
      "SELECT e.* FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS wanted(id) CROSS JOIN LATERAL ("
          + LAST
          + "wanted.id"
          + NEWEST
          + ") AS e";

  private final JdbcDatabaseDef database;
  private final ExecutionContext threads;
  private final Groups<Wanted> groups;

  private record Wanted(String id, Promise<LastEvents.Last> done) {}

  LastEventReads(JdbcDatabaseDef database, ExecutionContext threads) {
    this.database = database;
    this.threads = threads;
    this.groups = new Groups<>("journal-reads", BOUNDS, any -> 1, this::readAll, threads);
  }

  /** Fails when the database does; of an entity without events the number is 0. */
  Future<LastEvents.Last> of(String id) {
    Wanted wanted = new Wanted(id, Promise.apply());
    return groups.add(wanted)
        ? wanted.done().future()
        : Promise.<LastEvents.Last>failed(new IllegalStateException("too many recoveries wait"))
            .future();
  }

  /** Whoever waits is told nothing. */
  void close() {
    groups.close();
  }

  private Future<?> readAll(List<Wanted> group) {
    String[] ids = group.stream().map(Wanted::id).distinct().toArray(String[]::new);
    return DirectSql.of(database, connection -> read(connection, ids))
        .andThen(PartialFunction.fromFunction(read -> tell(group, read)), threads);
  }

  private static BoxedUnit tell(List<Wanted> group, Try<Map<String, LastEvents.Last>> read) {
    LastEvents.Last none = new LastEvents.Last(0, EventHash.none());
    for (Wanted wanted : group) {
      wanted.done().complete(read.map(all -> all.getOrDefault(wanted.id(), none)));
    }
    return BoxedUnit.UNIT;
  }

  /** H2 knows no lateral join, and lives in this process: it is asked for one after the other. */
  private static Map<String, LastEvents.Last> read(Connection connection, String[] ids)
      throws SQLException {
    Map<String, LastEvents.Last> read = new HashMap<>();
    boolean oneByOne = ids.length == 1 || Vendor.of(connection.getMetaData().getURL()) == Vendor.H2;
    try (PreparedStatement statement = connection.prepareStatement(oneByOne ? OF_ONE : OF_ALL)) {
      if (oneByOne) {
        for (String id : ids) {
          statement.setString(1, id);
          into(read, statement);
        }
      } else {
        statement.setArray(1, connection.createArrayOf("varchar", ids));
        into(read, statement);
      }
    }
    return read;
  }

  private static void into(Map<String, LastEvents.Last> read, PreparedStatement statement)
      throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        byte[] hash = row.getBytes(3);
        read.put(
            row.getString(1),
            new LastEvents.Last(row.getLong(2), hash == null ? EventHash.none() : hash));
      }
    }
  }
}
