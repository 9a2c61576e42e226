package dev.crossdock.view;

import dev.crossdock.flow.Flows;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Owned;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.trade.OrderId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads what is stored of orders and of shipments. */
public record Codecs(
    EventCodec<OrderEvent> orders, EventCodec<ShipmentEvent> shipments, OrderKeys keys) {

  /** Of a journal in which nothing is sealed. */
  public static Codecs of(Flows flows) {
    return of(flows, OrderKeys.NONE);
  }

  /** Of a journal in which what is personal is sealed with these. */
  public static Codecs of(Flows flows, OrderKeys keys) {
    return new Codecs(
        EventCodec.orders(() -> flows, keys), EventCodec.shipments(() -> flows, keys), keys);
  }

  /** Has the keys of all these rows read at once, rather than one after the other. */
  void expect(Collection<JournalRow> rows) {
    List<OrderId> orders =
        rows.stream()
            .filter(row -> EventCodec.isSealed(row.stored()))
            .map(row -> Owned.orderOf(row.persistenceId()))
            .flatMap(Optional::stream)
            .toList();
    if (!orders.isEmpty()) {
      keys.expect(orders);
    }
  }
}
