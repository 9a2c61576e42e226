package dev.crossdock.journal;

import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.flow.Flows;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.ShipmentEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pekko.serialization.SerializationSetup;
import org.apache.pekko.serialization.SerializerDetails;

/** Which of Pekko's serializers stores what. The numbers are in every row: never change one. */
public final class JournalSerializers {
  public static final int ORDERS = 4101;
  public static final int SHIPMENTS = 4102;
  public static final int CLAIMS = 4103;
  public static final int SNAPSHOTS = 4104;

  private JournalSerializers() {}

  /**
   * For an actor system's setup.
   *
   * @param flows asked at each event that names a flow
   */
  public static SerializationSetup setup(Supplier<Flows> flows) {
    return SerializationSetup.create(system -> details(flows, OrderKeys.NONE));
  }

  /** The same, for a setup that has serializers of its own. */
  public static List<SerializerDetails> details(Supplier<Flows> flows, OrderKeys keys) {
    return List.of(
        SerializerDetails.create(
            "crossdock-order", orders(flows, keys), List.of(OrderEvent.class, Owned.OfOrder.class)),
        SerializerDetails.create(
            "crossdock-shipment",
            shipments(flows, keys),
            List.of(ShipmentEvent.class, Owned.OfShipment.class)),
        SerializerDetails.create("crossdock-claim", claims(flows, keys), List.of(ClaimEvent.class)),
        SerializerDetails.create(
            "crossdock-snapshot",
            new SnapshotSerializer(new SnapshotCodec(flows, keys)),
            List.of(Snapshot.class)));
  }

  static EventSerializer<OrderEvent> orders(Supplier<Flows> flows, OrderKeys keys) {
    return new EventSerializer<>(
        ORDERS,
        OrderEvent.class,
        EventCodec.orders(flows, keys),
        reason -> new OrderEvent.Unreadable(reason, Instant.EPOCH),
        keys);
  }

  static EventSerializer<ShipmentEvent> shipments(Supplier<Flows> flows, OrderKeys keys) {
    return new EventSerializer<>(
        SHIPMENTS,
        ShipmentEvent.class,
        EventCodec.shipments(flows, keys),
        reason -> new ShipmentEvent.Unreadable(reason, Instant.EPOCH),
        keys);
  }

  static EventSerializer<ClaimEvent> claims(Supplier<Flows> flows, OrderKeys keys) {
    return new EventSerializer<>(
        CLAIMS,
        ClaimEvent.class,
        EventCodec.claims(flows),
        reason -> new ClaimEvent.Unreadable(reason, Instant.EPOCH),
        keys);
  }
}
