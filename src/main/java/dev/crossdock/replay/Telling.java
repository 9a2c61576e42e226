package dev.crossdock.replay;

import dev.crossdock.journal.EventCodec;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.view.Change;
import dev.crossdock.view.Codecs;
import java.util.Map;

/** Tells the changes of one order, or of one shipment, one after the other. */
final class Telling {
  private final Codecs codecs;
  private final Waits waits = new Waits();
  private Map<String, String> last = Map.of();

  Telling(Codecs codecs) {
    this.codecs = codecs;
  }

  /** The next change, in sequence. */
  Moment moment(Change change) {
    return switch (change) {
      case Change.OfOrder c -> {
        String type = type(codecs.orders(), c.event(), c.event() instanceof OrderEvent.Unreadable);
        yield moment(c, c.id().value(), type, Causes.of(c.event()), Portrait.of(c.after()));
      }
      case Change.OfShipment c -> {
        boolean isUnreadable = c.event() instanceof ShipmentEvent.Unreadable;
        String type = type(codecs.shipments(), c.event(), isUnreadable);
        String by = Causes.of(c.before(), c.event());
        yield moment(c, c.id().value(), type, by, Portrait.of(c.after()));
      }
    };
  }

  private Moment moment(
      Change change, String of, String type, String by, Map<String, String> portrait) {
    Moment moment =
        new Moment(
            of,
            change.version(),
            type,
            Times.of(change),
            by,
            waits.of(change, by),
            Difference.between(last, portrait));
    last = portrait;
    return moment;
  }

  private static <E> String type(EventCodec<E> codec, E event, boolean isUnreadable) {
    return isUnreadable ? "unreadable" : codec.type(event);
  }
}
