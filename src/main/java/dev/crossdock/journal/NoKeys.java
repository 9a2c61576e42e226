package dev.crossdock.journal;

import dev.crossdock.trade.OrderId;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Of a program that has no master key, or wants none. */
final class NoKeys implements OrderKeys {
  private final boolean redacts;

  /**
   * @param redacts whether what is sealed counts as erased
   */
  NoKeys(boolean redacts) {
    this.redacts = redacts;
  }

  @Override
  public boolean areThere() {
    return false;
  }

  @Override
  public void begin(OrderId order, String customer) {
    // what is stored of it is stored as it is
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
    // there is nothing to be had
  }

  @Override
  public void load(Collection<OrderId> orders) {
    // there is nothing to be had
  }

  @Override
  public Seal of(OrderId order) {
    return new Seal.None();
  }

  @Override
  public Optional<byte[]> open(OrderId order, String key, byte[] sealed) {
    if (redacts) {
      return Optional.empty();
    }
    throw new JournalException(
        "what is personal of it is sealed, and crossdock.journal.personal.masters is empty");
  }
}
