package dev.crossdock.view;

import dev.crossdock.flow.Flows;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.settings.ReadSideSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * What the read side is made of.
 *
 * @param keys that what is personal of orders is sealed with
 * @param names what the partner of a kind is called
 * @param neverRebuilt projectors that take each change over once, whatever is rebuilt
 */
public record ReadSideParts(
    ReadStore store,
    Flows flows,
    OrderKeys keys,
    ReadSideSettings settings,
    Function<PartnerKind, String> names,
    List<Projector> neverRebuilt,
    MeterRegistry registry,
    Clock clock) {

  public ReadSideParts {
    neverRebuilt = List.copyOf(neverRebuilt);
  }

  JournalTable journal() {
    return JournalTable.of(store.vendor());
  }

  Codecs codecs() {
    return Codecs.of(flows, keys);
  }

  /** Whoever keeps the tables of a generation; partners first: see {@link PartnersProjector}. */
  List<Projector> projectors(Generation generation) {
    return projectors(generation, false);
  }

  /** The same, for tables that are not trusted. */
  List<Projector> mending(Generation generation) {
    return projectors(generation, true);
  }

  private List<Projector> projectors(Generation of, boolean anew) {
    Projector partners = new PartnersProjector(of);
    Projector orders = new OrdersProjector(of.numberOf(Part.ORDERS), names, anew);
    Projector shipments = new ShipmentsProjector(of.numberOf(Part.SHIPMENTS));
    Projector wakes = new WakeProjector(of.numberOf(Part.WAKES), settings.wakeAfter());
    return switch (of.only()) {
      case null -> List.of(partners, orders, shipments, wakes);
      case ORDERS -> List.of(orders);
      case SHIPMENTS -> List.of(shipments);
      case PARTNERS -> List.of(partners, orders, shipments);
      case WAKES -> List.of(wakes);
    };
  }
}
