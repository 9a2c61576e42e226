package dev.crossdock.replay;

import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Seal;
import dev.crossdock.personal.PortableKey;
import dev.crossdock.personal.PortableKeys;
import dev.crossdock.trade.OrderId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Keys that came with a journal. Nothing is opened with them here; but an event that is sealed with
 * a key which did not come along would be lost.
 */
final class ArrivedKeys implements OrderKeys {
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

  @Override
  public boolean areThere() {
    return false;
  }

  @Override
  public void begin(OrderId order, String customer) {
    // nothing begins here
  }

  @Override
  public CompletionStage<Void> stored() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> ready(Collection<OrderId> orders) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> readAnew(OrderId order) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void expect(Collection<OrderId> orders) {
    // they are all here
  }

  @Override
  public void load(Collection<OrderId> orders) {
    // they are all here
  }

  @Override
  public Seal of(OrderId order) {
    return new Seal.None();
  }

  @Override
  public Optional<byte[]> open(OrderId order, String key, byte[] sealed) {
    if (!known.contains(key)) {
      throw new JournalException(
          "its key " + key + " has not come along; export the journal with --keys");
    }
    return Optional.empty();
  }
}
