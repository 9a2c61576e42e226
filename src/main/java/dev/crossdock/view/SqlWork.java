package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something to be done with a connection to the database, on a thread that may wait.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface SqlWork<T> {

  /** Does it; the connection is not to be committed or closed here. */
  T with(Connection connection) throws SQLException;
}
