package dev.crossdock.personal;

import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.KeysAway;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Seal;
import dev.crossdock.trade.OrderId;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The keys in {@code personal_key}, the last of them in memory. */
final class StoredKeys implements OrderKeys {
  private final KeyStore store;
  private final Masters masters;
  private final KeyCache cache;
  private final NewKeys news;
  private final KeyLoads loads;
  private final boolean seal;
  private final int ahead;

  /**
   * @param seal whether new orders get a key
   * @param ahead keys that are read together with one that is missing: for those who read all
   */
  StoredKeys(KeyStore store, Masters masters, KeyCache cache, boolean seal, int ahead) {
    this.store = store;
    this.masters = masters;
    this.cache = cache;
    this.seal = seal;
    this.ahead = ahead;
    this.news = new NewKeys(store, masters);
    this.loads = new KeyLoads(store.threads(), this::load);
  }

  @Override
  public boolean areThere() {
    return true;
  }

  @Override
  public void begin(OrderId order, String customer) {
    if (!seal) {
      cache.put(order, List.of());
    } else if (cache.find(order).filter(keys -> !keys.isEmpty()).isEmpty()) {
      cache.put(order, List.of(news.made(order, customer)));
    }
  }

  @Override
  public CompletionStage<Void> stored() {
    return news.stored();
  }

  @Override
  public CompletionStage<Void> ready(Collection<OrderId> orders) {
    List<OrderId> missing = missing(orders);
    return missing.isEmpty() ? CompletableFuture.completedFuture(null) : loads.all(missing);
  }

  private List<OrderId> missing(Collection<OrderId> orders) {
    return orders.stream().distinct().filter(order -> !cache.isFresh(order)).toList();
  }

  @Override
  public void expect(Collection<OrderId> orders) {
    List<OrderId> missing = missing(orders);
    if (!missing.isEmpty()) {
      load(missing);
    }
  }

  @Override
  public CompletionStage<Void> readAnew(OrderId order) {
    return loads.all(List.of(order));
  }

  @Override
  public void load(Collection<OrderId> orders) {
    try (Connection connection = store.database().getConnection()) {
      take(orders, KeyTable.of(connection, orders));
    } catch (SQLException failure) {
      throw away(failure);
    }
  }

  @Override
  public Seal of(OrderId order) {
    List<OrderKey> keys =
        cache
            .find(order)
            .orElseThrow(
                () -> new IllegalStateException("the keys of " + order + " were not read"));
    return keys.isEmpty() ? new Seal.None() : keys.getLast().seal();
  }

  @Override
  public Optional<byte[]> open(OrderId order, String key, byte[] sealed) {
    OrderKey found =
        known(order, key)
            .or(() -> read(order, key))
            .orElseThrow(() -> new JournalException("its key " + key + " is not there"));
    if (found.isDestroyed()) {
      return Optional.empty();
    }
    try {
      return Optional.of(found.open(sealed));
    } catch (GeneralSecurityException e) {
      throw new JournalException("its key " + key + " does not open it", e);
    }
  }

  /** They are read from the table when they are next needed. */
  void forget(Collection<OrderId> orders) {
    orders.forEach(cache::forget);
  }

  private Optional<OrderKey> known(OrderId order, String key) {
    return cache.find(order).orElse(List.of()).stream()
        .filter(it -> it.key().equals(key))
        .findFirst();
  }

  private Optional<OrderKey> read(OrderId order, String key) {
    if (ahead == 0) {
      load(List.of(order));
    } else {
      loadFrom(order);
    }
    return known(order, key);
  }

  /** The last order may have more keys than were read of it: it is read when it is asked for. */
  private void loadFrom(OrderId order) {
    try (Connection connection = store.database().getConnection()) {
      List<KeyRow> rows = KeyTable.from(connection, order, ahead);
      List<OrderId> orders = rows.stream().map(KeyRow::order).distinct().toList();
      boolean isCut = rows.size() == ahead && orders.size() > 1;
      take(isCut ? orders.subList(0, orders.size() - 1) : orders, rows);
    } catch (SQLException failure) {
      throw away(failure);
    }
  }

  private void take(Collection<OrderId> orders, List<KeyRow> rows) {
    Map<OrderId, List<OrderKey>> keys =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    KeyRow::order, Collectors.mapping(this::key, Collectors.toList())));
    orders.forEach(order -> cache.put(order, keys.getOrDefault(order, List.of())));
  }

  private OrderKey key(KeyRow row) {
    byte[] wrapped = row.wrapped();
    return new OrderKey(
        row.key(),
        row.order().entityId(),
        wrapped == null ? null : masters.unwrapped(row.master(), wrapped, row.key()));
  }

  private static KeysAway away(SQLException failure) {
    return new KeysAway("the keys of orders cannot be read: " + failure.getMessage(), failure);
  }
}
