package dev.crossdock.journal;

import dev.crossdock.trade.OrderId;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The keys that what is personal of orders is sealed with, one an order. Safe to share between
 * threads.
 */
public interface OrderKeys {
  /** Of a program that has no master key: nothing is sealed, and nothing sealed can be opened. */
  OrderKeys NONE = new NoKeys(false);

  /** Of a program that wants to know nothing: what is sealed reads {@code REDACTED}. */
  OrderKeys REDACTED = new NoKeys(true);

  /** Whether there are any at all; if not, everything is stored as it is. */
  boolean areThere();

  /**
   * Makes a key for an order that is about to be stored for the first time; waits for nothing.
   *
   * @param customer whose order it is, as the merchant knows them
   */
  void begin(OrderId order, String customer);

  /** Completes once all keys that were made so far are stored: before what they have sealed is. */
  CompletionStage<Void> stored();

  /** Completes once {@link #of} knows what is to be done with these orders. */
  CompletionStage<Void> ready(Collection<OrderId> orders);

  /** Completes once the order's keys are as they are stored now: perhaps destroyed meanwhile. */
  CompletionStage<Void> readAnew(OrderId order);

  /** The same as {@link #ready}, for those who may wait. */
  void expect(Collection<OrderId> orders);

  /** The same as {@link #readAnew}, for those who may wait. */
  void load(Collection<OrderId> orders);

  /**
   * What is to be done with what is personal of an order.
   *
   * @throws IllegalStateException when it is not ready
   */
  Seal of(OrderId order);

  /**
   * Opens what a key of the order has sealed; empty when that key was destroyed. Waits when it is
   * not ready.
   *
   * @throws JournalException when there never was such a key, or it does not open it
   * @throws KeysAway when nobody can tell just now
   */
  Optional<byte[]> open(OrderId order, String key, byte[] sealed);
}
