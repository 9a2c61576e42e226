package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.ShipmentEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is personal of an event is sealed, comes back whole, and is missed by nobody once gone. */
class SealedEventTest {
  /** All that tells of Erika Muster in the samples. */
  private static final List<String> PERSONAL =
      List.of("Erika", "Muster", "erika@", "+4930", "Unter den Linden", "Stock", "10117");

  private final KeyInHand keys = new KeyInHand();
  private final EventCodec<OrderEvent> orders = EventCodec.orders(() -> Samples.FLOWS, keys);
  private final EventCodec<ShipmentEvent> shipments =
      EventCodec.shipments(() -> Samples.FLOWS, keys);

  @Test
  void everyEventComesBackWhole() {
    assertThat(EventSamples.ORDERS)
        .allSatisfy(it -> assertThat(orders.decode(sealed(it))).isEqualTo(it));
    assertThat(EventSamples.SHIPMENTS)
        .allSatisfy(it -> assertThat(shipments.decode(sealed(it))).isEqualTo(it));
  }

  @Test
  void nothingPersonalIsStoredForAllToRead() {
    Stream<byte[]> all =
        Stream.concat(
            EventSamples.ORDERS.stream().map(this::sealed),
            EventSamples.SHIPMENTS.stream().map(this::sealed));
    assertThat(all.map(it -> new String(it, StandardCharsets.UTF_8)))
        .noneMatch(stored -> PERSONAL.stream().anyMatch(stored::contains));
  }

  @Test
  void withoutItsKeyAnEventSaysRedacted() {
    byte[] placed = sealed(EventSamples.PLACED);
    byte[] opened = sealed(EventSamples.OPENED);
    keys.destroyed = true;
    assertThat(orders.decode(placed))
        .isInstanceOfSatisfying(
            OrderEvent.Placed.class,
            it -> {
              assertThat(it.content().customer().id()).isEqualTo("cus_1");
              assertThat(it.content().customer().email()).isEqualTo("REDACTED");
              assertThat(it.content().shipTo().street1()).isEqualTo("REDACTED");
              assertThat(it.content().shipTo().city()).isEqualTo("Berlin");
              assertThat(it.content().metadata()).isEqualTo(Map.of());
              assertThat(it.content().lines()).isEqualTo(EventSamples.CONTENT.lines());
            });
    assertThat(shipments.decode(opened))
        .isInstanceOfSatisfying(
            ShipmentEvent.Opened.class,
            it -> assertThat(it.plan().contact()).isEqualTo("REDACTED"));
  }

  @Test
  void whatIsToldAfterAnErasureIsNotEvenSealed() {
    keys.seal = new Seal.Broken();
    byte[] stored = sealed(EventSamples.PLACED);
    assertThat(new String(stored, StandardCharsets.UTF_8)).startsWith("{\"type\":\"placed\"");
    assertThat(orders.decode(stored))
        .isInstanceOfSatisfying(
            OrderEvent.Placed.class,
            it -> assertThat(it.content().customer().name()).isEqualTo("REDACTED"));
  }

  @Test
  void anOrderThatBeganUnsealedStaysSo() {
    keys.seal = new Seal.None();
    assertThat(sealed(EventSamples.PLACED)).isEqualTo(orders.encode(EventSamples.PLACED));
  }

  @Test
  void whatTellsOfNobodyIsStoredAsEver() {
    var closed = new OrderEvent.Closed(Samples.AT);
    assertThat(sealed(closed)).isEqualTo(orders.encode(closed));
  }

  @Test
  void whatWasStoredBeforeThereWereKeysIsRead() {
    EventCodec<OrderEvent> before = EventCodec.orders(() -> Samples.FLOWS);
    assertThat(EventSamples.ORDERS)
        .allSatisfy(it -> assertThat(orders.decode(before.encode(it))).isEqualTo(it));
  }

  @Test
  void aProgramWithoutAMasterSaysThatItHasNone() {
    byte[] stored = sealed(EventSamples.PLACED);
    EventCodec<OrderEvent> without = EventCodec.orders(() -> Samples.FLOWS);
    assertThatThrownBy(() -> without.decode(stored))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("crossdock.journal.personal.masters is empty");
  }

  @Test
  void noKindOfEventIsNamedLikeTheEnvelope() {
    assertThat(StoredNames.all())
        .allSatisfy(names -> assertThat(names.kind(Envelope.NAME)).isEmpty());
  }

  @Test
  void whileKeysAreAwayNothingIsTakenForUnreadable() {
    byte[] stored = sealed(EventSamples.PLACED);
    OrderKeys away = new KeysThatAreAway();
    var serializer = JournalSerializers.orders(() -> Samples.FLOWS, away);
    assertThatThrownBy(() -> serializer.fromBinary(stored, "")).isInstanceOf(KeysAway.class);
  }

  @Test
  void aClaimKeepsNothingPersonal() {
    var serializer = JournalSerializers.claims(() -> Samples.FLOWS, keys);
    for (ClaimEvent event : EventSamples.CLAIMS) {
      byte[] stored = serializer.toBinary(event);
      assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("Muster", "REDACTED");
      assertThat(serializer.fromBinary(stored, "")).isNotInstanceOf(ClaimEvent.Unreadable.class);
    }
    assertThat(Samples.UPDATES).hasAtLeastOneElementOfType(Update.TrackingUpdated.class);
  }

  @Test
  void nobodyStoresAnEventWithoutSayingWhoseItIs() {
    var serializer = JournalSerializers.orders(() -> Samples.FLOWS, keys);
    assertThatThrownBy(() -> serializer.toBinary(EventSamples.PLACED))
        .isInstanceOf(JournalException.class);
    Object owned = Owned.of("order|default:ord_01JD9", EventSamples.PLACED);
    assertThat(serializer.fromBinary(serializer.toBinary(owned), ""))
        .isEqualTo(EventSamples.PLACED);
  }

  @Test
  void aShipmentBelongsToItsOrder() {
    assertThat(Owned.orderOf("shipment|" + EventSamples.ORDER.shipment(2).entityId()))
        .contains(EventSamples.ORDER);
    assertThat(Owned.orderOf("claim|default:alpha:tracking/1")).isEmpty();
    var said = new StepEvent.Succeeded(dev.crossdock.flow.Step.TRACK, 1, "a", answer(), Samples.AT);
    assertThat(Owned.of("nobody", new OrderEvent.Stepped(said)))
        .isInstanceOf(OrderEvent.Stepped.class);
  }

  private static Answer answer() {
    return Samples.ANSWERS.getFirst();
  }

  private byte[] sealed(OrderEvent event) {
    return orders.encode(event, EventSamples.ORDER);
  }

  private byte[] sealed(ShipmentEvent event) {
    return shipments.encode(event, EventSamples.ORDER);
  }
}
