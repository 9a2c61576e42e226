package dev.crossdock.journal;

import dev.crossdock.trade.OrderId;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keys in a database that does not answer. */
final class KeysThatAreAway implements OrderKeys {
  @Override
  public boolean areThere() {
    return true;
  }

  @Override
  public void begin(OrderId order, String customer) {}

  @Override
  public CompletionStage<Void> stored() {
    throw away();
  }

  @Override
  public CompletionStage<Void> ready(Collection<OrderId> orders) {
    throw away();
  }

  @Override
  public CompletionStage<Void> readAnew(OrderId order) {
    throw away();
  }

  @Override
  public void expect(Collection<OrderId> orders) {
    throw away();
  }

  @Override
  public void load(Collection<OrderId> orders) {
    throw away();
  }

  @Override
  public Seal of(OrderId order) {
    throw away();
  }

  @Override
  public Optional<byte[]> open(OrderId order, String key, byte[] sealed) {
    throw away();
  }

  private static KeysAway away() {
    return new KeysAway("no answer", new IOException("gone"));
  }
}
