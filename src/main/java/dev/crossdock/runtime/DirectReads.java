package dev.crossdock.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import scala.concurrent.Future;
import slick.dbio.DBIOAction;
import slick.jdbc.JdbcBackend.JdbcDatabaseDef;
import slick.jdbc.SimpleJdbcAction;

/** Reads past Slick's queries, by the journal's own connections. */
final class DirectReads {
  private DirectReads() {}

  /** Something that is read. */
  @FunctionalInterface
  interface Read<T> {
    T from(Connection connection) throws SQLException;
  }

  /** What was read, some time later. */
  @SuppressWarnings({"rawtypes", "unchecked"}) // the effect that Slick asks for is no type of Java
  static <T> Future<T> of(JdbcDatabaseDef database, Read<T> read) {
    DBIOAction action = new SimpleJdbcAction<T>(context -> now(context.connection(), read));
    return (Future<T>) database.run(action);
  }

  private static <T> T now(Connection connection, Read<T> read) {
    try {
      return read.from(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException("the journal cannot be read", failure);
    }
  }
}
