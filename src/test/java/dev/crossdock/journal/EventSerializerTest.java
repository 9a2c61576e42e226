package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.ShipmentEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Pekko stores through is stable, and never throws on what it reads. */
class EventSerializerTest {
  private static final byte[] DAMAGED = {0, 1, 2};
  private static final EventSerializer<OrderEvent> ORDERS =
      JournalSerializers.orders(() -> Samples.FLOWS, OrderKeys.NONE);
  private static final EventSerializer<ShipmentEvent> SHIPMENTS =
      JournalSerializers.shipments(() -> Samples.FLOWS, OrderKeys.NONE);
  private static final EventSerializer<ClaimEvent> CLAIMS =
      JournalSerializers.claims(() -> Samples.FLOWS, OrderKeys.NONE);

  @Test
  void keepsTheNumbersThatAreInEveryRow() {
    assertThat(List.of(ORDERS.identifier(), SHIPMENTS.identifier(), CLAIMS.identifier()))
        .containsExactly(4101, 4102, 4103);
  }

  @Test
  void storesNoClassName() {
    assertThat(EventSamples.ORDERS).allMatch(event -> ORDERS.manifest(event).isEmpty());
  }

  @Test
  void standsInForBytesThatAreDamaged() {
    assertThat(ORDERS.fromBinary(DAMAGED, "")).isInstanceOf(OrderEvent.Unreadable.class);
    assertThat(SHIPMENTS.fromBinary(DAMAGED, "")).isInstanceOf(ShipmentEvent.Unreadable.class);
    assertThat(CLAIMS.fromBinary(DAMAGED, "")).isInstanceOf(ClaimEvent.Unreadable.class);
  }

  @Test
  void readsEveryEventBack() {
    assertThat(EventSamples.SHIPMENTS)
        .allMatch(e -> SHIPMENTS.fromBinary(SHIPMENTS.toBinary(e), "").equals(e));
    assertThat(EventSamples.CLAIMS)
        .allMatch(e -> CLAIMS.fromBinary(CLAIMS.toBinary(e), "").equals(e));
  }

  @Test
  void neverStoresWhatStandsIn() {
    Object standIn = ORDERS.fromBinary(DAMAGED, "");
    assertThatThrownBy(() -> ORDERS.toBinary(standIn)).isInstanceOf(JournalException.class);
  }
}
