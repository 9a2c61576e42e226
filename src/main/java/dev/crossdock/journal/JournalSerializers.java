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
    return SerializationSetup.create(system -> details(flows));
  }

  /** The same, for a setup that has serializers of its own. */
  public static List<SerializerDetails> details(Supplier<Flows> flows) {
    return List.of(
        details("crossdock-order", OrderEvent.class, orders(flows)),
        details("crossdock-shipment", ShipmentEvent.class, shipments(flows)),
        details("crossdock-claim", ClaimEvent.class, claims(flows)),
        SerializerDetails.create(
            "crossdock-snapshot",
            new SnapshotSerializer(new SnapshotCodec(flows)),
            List.of(Snapshot.class)));
  }

  static EventSerializer<OrderEvent> orders(Supplier<Flows> flows) {
    return new EventSerializer<>(
        ORDERS,
        OrderEvent.class,
        EventCodec.orders(flows),
        reason -> new OrderEvent.Unreadable(reason, Instant.EPOCH));
  }

  static EventSerializer<ShipmentEvent> shipments(Supplier<Flows> flows) {
    return new EventSerializer<>(
        SHIPMENTS,
        ShipmentEvent.class,
        EventCodec.shipments(flows),
        reason -> new ShipmentEvent.Unreadable(reason, Instant.EPOCH));
  }

  static EventSerializer<ClaimEvent> claims(Supplier<Flows> flows) {
    return new EventSerializer<>(
        CLAIMS,
        ClaimEvent.class,
        EventCodec.claims(flows),
        reason -> new ClaimEvent.Unreadable(reason, Instant.EPOCH));
  }

  private static SerializerDetails details(
      String alias, Class<?> events, EventSerializer<?> serializer) {
    return SerializerDetails.create(alias, serializer, List.of(events));
  }
}
