package dev.crossdock.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import slick.dbio.DBIOAction;
import slick.jdbc.JdbcBackend.JdbcDatabaseDef;
import slick.jdbc.SimpleJdbcAction;

/**
 * Goes past Slick's queries, by the journal's own connections; each statement commits by itself.
 */
final class DirectSql {
  private DirectSql() {}

  /** Something that is read or written. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** What came of it, some time later; never throws: also that it is not begun comes of it. */
  @SuppressWarnings({"rawtypes", "unchecked"}) // the effect that Slick asks for is no type of Java
  static <T> Future<T> of(JdbcDatabaseDef database, Work<T> work) {
    DBIOAction action = new SimpleJdbcAction<T>(context -> now(context.connection(), work));
    try {
      return (Future<T>) database.run(action);
    } catch (RuntimeException closed) {
      return Promise.<T>failed(closed).future();
    }
  }

  private static <T> T now(Connection connection, Work<T> work) {
    try {
      return work.with(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException("the journal's database did not do it", failure);
    }
  }
}
