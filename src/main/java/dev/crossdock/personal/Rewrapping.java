package dev.crossdock.personal;

import dev.crossdock.journal.JournalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps all keys with the first master that another one has wrapped; once that is done the other is
 * not needed any more. Any number of nodes may do so at once, and what one of them has not done the
 * next that starts does.
 */
final class Rewrapping implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);
  private static final int ROWS = 500;

  private final KeyStore store;
  private final Masters masters;

  Rewrapping(KeyStore store, Masters masters) {
    this.store = store;
    this.masters = masters;
  }

  @Override
  public void run() {
    try (Connection connection = store.database().getConnection()) {
      long done = 0;
      String behind = "";
      for (List<KeyRow> rows = next(connection, behind);
          !rows.isEmpty();
          rows = next(connection, behind)) {
        KeyTable.rewrap(connection, rows.stream().map(this::anew).toList());
        done += rows.size();
        behind = rows.getLast().key();
      }
      if (done > 0) {
        LOG.info("wrapped {} keys of orders with the master {}", done, masters.first());
      }
    } catch (SQLException | JournalException failure) {
      LOG.warn("keys of orders were not all wrapped with the first master", failure);
    }
  }

  private List<KeyRow> next(Connection connection, String behind) throws SQLException {
    return KeyTable.notWrappedWith(connection, masters.first(), behind, ROWS);
  }

  private KeyRow anew(KeyRow row) {
    byte[] wrapped = row.wrapped();
    if (wrapped == null) {
      return row;
    }
    var key = masters.unwrapped(row.master(), wrapped, row.key());
    return new KeyRow(
        row.key(), row.order(), row.customer(), masters.first(), masters.wrapped(key, row.key()));
  }
}
