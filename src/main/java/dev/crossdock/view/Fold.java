package dev.crossdock.view;

import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order or a shipment as far as its events have been read. Immutable. */
public sealed interface Fold permits OrderFold, ShipmentFold {
  String ORDERS = "order|";
  String SHIPMENTS = "shipment|";

  /** Of the last event that was read; 0 before the first. */
  long version();

  /** Whether everything so far could be read and fitted together. */
  boolean isTrusted();

  /** With one more event; past one that cannot be read nothing is guessed. */
  Step after(JournalRow row, Codecs codecs);

  /**
   * What one event has changed.
   *
   * @param fault why the entity is quarantined from this event on
   */
  record Step(Fold next, Change change, @Nullable String fault) {}

  /** Before its first event; empty when it is neither an order nor a shipment. */
  static Optional<Fold> begin(String persistenceId) {
    if (persistenceId.startsWith(ORDERS)) {
      String entityId = persistenceId.substring(ORDERS.length());
      return Optional.of(OrderFold.begin(OrderId.ofEntity(entityId)));
    }
    if (persistenceId.startsWith(SHIPMENTS)) {
      String entityId = persistenceId.substring(SHIPMENTS.length());
      return Optional.of(ShipmentFold.begin(ShipmentId.ofEntity(entityId)));
    }
    return Optional.empty();
  }
}
