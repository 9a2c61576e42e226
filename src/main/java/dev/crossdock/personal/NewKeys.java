package dev.crossdock.personal;

import dev.crossdock.trade.OrderId;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;

/** Keys that were made and are to be stored before anything that they have sealed. */
final class NewKeys {
  private static final int NAME_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyStore store;
  private final Masters masters;
  private final Map<String, KeyRow> unstored = new LinkedHashMap<>();

  /** Whether some of them may be stored for all that is known. */
  private boolean inDoubt;

  NewKeys(KeyStore store, Masters masters) {
    this.store = store;
    this.masters = masters;
  }

  /** A new key for the order. */
  OrderKey made(OrderId order, String customer) {
    byte[] name = new byte[NAME_BYTES];
    RANDOM.nextBytes(name);
    String id = "key_" + HexFormat.of().formatHex(name);
    SecretKey key = Aes.newKey();
    KeyRow row = new KeyRow(id, order, customer, masters.first(), masters.wrapped(key, id));
    synchronized (this) {
      unstored.put(id, row);
    }
    return new OrderKey(id, order.entityId(), key);
  }

  /** Completes once all that were made so far are stored, in one transaction. */
  CompletionStage<Void> stored() {
    List<KeyRow> rows;
    boolean doubt;
    synchronized (this) {
      rows = List.copyOf(unstored.values());
      doubt = inDoubt;
    }
    if (rows.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    try {
      return CompletableFuture.runAsync(() -> store(rows, doubt), store.threads())
          .whenComplete((done, failure) -> ended(rows, failure != null));
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.failedFuture(closed);
    }
  }

  /** A transaction that failed may be stored all the same. */
  private synchronized void ended(List<KeyRow> rows, boolean failed) {
    if (!failed) {
      rows.forEach(row -> unstored.remove(row.key()));
    }
    inDoubt = failed || (inDoubt && !unstored.isEmpty());
  }

  private void store(List<KeyRow> rows, boolean doubt) {
    try (Connection connection = store.database().getConnection()) {
      Set<String> known =
          doubt
              ? KeyTable.named(connection, rows.stream().map(KeyRow::key).toList()).stream()
                  .map(KeyRow::key)
                  .collect(Collectors.toSet())
              : Set.of();
      connection.setAutoCommit(false);
      KeyTable.insert(
          connection,
          rows.stream().filter(row -> !known.contains(row.key())).toList(),
          ChronoUnit.MICROS.between(Instant.EPOCH, store.clock().instant()));
      connection.commit();
    } catch (SQLException failure) {
      throw new CompletionException(failure);
    }
  }
}
