package dev.crossdock.partner;

import dev.crossdock.trade.Address;
import dev.crossdock.trade.LineQuantity;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.Parcel;
import dev.crossdock.trade.ShipmentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be asked of a partner, in the order's language. */
public sealed interface Ask {

  /** The kind of partner that this is asked of. */
  PartnerKind kind();

  /**
   * An ask by which something is acquired at the partner. Nobody may send it twice blindly: when it
   * may have arrived, it is looked up by its idempotency key first.
   */
  sealed interface Acquiring extends Ask {}

  record ValidateAddress(Address address) implements Ask {
    @Override
    public PartnerKind kind() {
      return PartnerKind.ADDRESS;
    }
  }

  record CheckCustomer(String customerId, Money total) implements Ask {
    @Override
    public PartnerKind kind() {
      return PartnerKind.CUSTOMER;
    }
  }

  record CheckFraud(OrderId orderId, String customerId, Money total, Address shipTo)
      implements Ask {
    @Override
    public PartnerKind kind() {
      return PartnerKind.FRAUD;
    }
  }

  record ReserveInventory(OrderId orderId, List<LineQuantity> lines, Address shipTo)
      implements Acquiring {
    @Override
    public PartnerKind kind() {
      return PartnerKind.INVENTORY;
    }
  }

  record ReleaseReservation(String reservationId) implements Ask {
    @Override
    public PartnerKind kind() {
      return PartnerKind.INVENTORY;
    }
  }

  record AuthorizePayment(OrderId orderId, Money amount, String paymentMethod, String customerId)
      implements Acquiring {
    @Override
    public PartnerKind kind() {
      return PartnerKind.PAYMENT;
    }
  }

  record VoidAuthorization(String authorizationId) implements Ask {
    @Override
    public PartnerKind kind() {
      return PartnerKind.PAYMENT;
    }
  }

  record CapturePayment(String authorizationId, Money amount) implements Acquiring {
    @Override
    public PartnerKind kind() {
      return PartnerKind.PAYMENT;
    }
  }

  record RefundPayment(String captureId, Money amount, @Nullable String reason) implements Ask {
    @Override
    public PartnerKind kind() {
      return PartnerKind.PAYMENT;
    }
  }

  /** Asked of every carrier at once; the answers come together as one {@link Answer.Quoted}. */
  record QuoteRates(
      ShipmentId shipmentId,
      Address from,
      Address to,
      List<Parcel> parcels,
      @Nullable LocalDate deliverBy)
      implements Ask {
    @Override
    public PartnerKind kind() {
      return PartnerKind.CARRIER;
    }
  }

  record BookShipment(
      ShipmentId shipmentId,
      String rateId,
      Address from,
      Address to,
      List<Parcel> parcels,
      @Nullable String reference)
      implements Acquiring {
    @Override
    public PartnerKind kind() {
      return PartnerKind.CARRIER;
    }
  }

  record VoidShipment(String bookingId) implements Ask {
    @Override
    public PartnerKind kind() {
      return PartnerKind.CARRIER;
    }
  }

  record TrackShipment(String trackingCode) implements Ask {
    @Override
    public PartnerKind kind() {
      return PartnerKind.CARRIER;
    }
  }

  record ReleaseFulfillment(
      OrderId orderId,
      ShipmentId shipmentId,
      String location,
      List<LineQuantity> lines,
      @Nullable String trackingCode,
      @Nullable String labelUrl)
      implements Acquiring {
    @Override
    public PartnerKind kind() {
      return PartnerKind.WAREHOUSE;
    }
  }

  record CancelFulfillment(String fulfillmentId) implements Ask {
    @Override
    public PartnerKind kind() {
      return PartnerKind.WAREHOUSE;
    }
  }

  record Notify(OrderId orderId, String template, String to, Map<String, String> data)
      implements Ask {
    @Override
    public PartnerKind kind() {
      return PartnerKind.NOTIFICATION;
    }
  }
}
