package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.projection.jdbc.JdbcSession;

/** The transaction that a group of events is taken over in, its place in the journal included. */
final class ReadSession implements JdbcSession {
  private final Connection connection;

  private ReadSession(Connection connection) {
    this.connection = connection;
  }

  static ReadSession begin(ReadStore store) {
    try {
      return new ReadSession(store.begin());
    } catch (SQLException failure) {
      throw new IllegalStateException("the read side has no connection", failure);
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public <R> R withConnection(Function<Connection, R> work) throws Exception {
    return work.apply(connection);
  }

  @Override
  public void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void rollback() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
