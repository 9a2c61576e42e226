package dev.crossdock.replay;

import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.personal.PortableKey;
import dev.crossdock.personal.PortableKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys that came with a journal. Nothing is opened with them here; but an event that is sealed with
 * a key which did not come along would be lost.
 */
final class ArrivedKeys {
  private static final int BATCH = 500;

  private final Set<String> known = new HashSet<>();
  private final List<PortableKey> unstored = new ArrayList<>();
  private final Connection connection;

  ArrivedKeys(Connection connection) {
    this.connection = connection;
  }

  /** Stores one more, sooner or later. */
  void take(PortableKey key) throws SQLException {
    known.add(key.key());
    unstored.add(key);
    if (unstored.size() >= BATCH) {
      end();
    }
  }

  /** Stores what was put off. */
  void end() throws SQLException {
    PortableKeys.store(connection, unstored);
    unstored.clear();
  }

  /** For whoever reads the events. */
  OrderKeys keys() {
    return OrderKeys.without((order, key, content) -> open(key));
  }

  private Optional<byte[]> open(String key) {
    if (!known.contains(key)) {
      throw new JournalException(
          "its key " + key + " has not come along; export the journal with --keys");
    }
    return Optional.empty();
  }
}
