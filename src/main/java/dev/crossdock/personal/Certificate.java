package dev.crossdock.personal;

import dev.crossdock.trade.OrderId;
import java.time.Instant;
import java.util.List;

/**
 * That the keys of a customer's orders were destroyed.
 *
 * @param customer as the merchant knows them
 * @param keys those that this erasure destroyed
 */
public record Certificate(
    String id, String merchant, String customer, Instant erasedAt, List<Destroyed> keys) {

  /** A key, and whose it was. */
  public record Destroyed(String key, OrderId order) {}

  public Certificate {
    keys = List.copyOf(keys);
  }

  /** How many orders are concerned. */
  public long orders() {
    return keys.stream().map(Destroyed::order).distinct().count();
  }
}
