package dev.crossdock.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Names of orders and shipments, of one merchant each. */
class IdsTest {

  @Test
  void theNameOfAnEntitySaysWhoseItIs() {
    OrderId id = new OrderId("acme", "ord_7");
    assertThat(id.entityId()).isEqualTo("acme:ord_7");
    assertThat(OrderId.ofEntity("acme:ord_7")).isEqualTo(id);
    assertThat(ShipmentId.ofEntity("acme:shp_7-1")).isEqualTo(id.shipment(1));
  }

  @Test
  void theShipmentsOfAnOrderAreNamedTheSameEachTime() {
    OrderId id = new OrderId("acme", "ord_7");
    assertThat(id.shipment(2)).isEqualTo(new ShipmentId("acme", "shp_7-2"));
    assertThat(id.shipment(1)).isNotEqualTo(id.shipment(2));
  }

  @Test
  void anotherMerchantsOrderIsAnotherOrder() {
    assertThat(new OrderId("acme", "ord_7")).isNotEqualTo(new OrderId("other", "ord_7"));
  }

  @Test
  void aLineHasAtLeastOnePiece() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LineQuantity("1", "S", 0));
  }
}
