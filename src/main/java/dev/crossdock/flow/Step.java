package dev.crossdock.flow;

import dev.crossdock.partner.PartnerKind;
import java.util.Arrays;
import java.util.Optional;

/** The steps that a flow may be made of. What each needs, and its policy, is the flow's matter. */
public enum Step {
  VALIDATE_ADDRESS("validate-address", Part.ORDER, PartnerKind.ADDRESS, false),
  CHECK_CUSTOMER("check-customer", Part.ORDER, PartnerKind.CUSTOMER, false),
  CHECK_FRAUD("check-fraud", Part.ORDER, PartnerKind.FRAUD, false),
  RESERVE_INVENTORY("reserve-inventory", Part.ORDER, PartnerKind.INVENTORY, true),
  AUTHORIZE_PAYMENT("authorize-payment", Part.ORDER, PartnerKind.PAYMENT, true),
  QUOTE_RATES("quote-rates", Part.SHIPMENT, PartnerKind.CARRIER, false),
  BOOK_SHIPMENT("book-shipment", Part.SHIPMENT, PartnerKind.CARRIER, true),
  RELEASE_FULFILLMENT("release-fulfillment", Part.SHIPMENT, PartnerKind.WAREHOUSE, true),
  CAPTURE_PAYMENT("capture-payment", Part.SHIPMENT, PartnerKind.PAYMENT, true),
  TRACK("track", Part.SHIPMENT, PartnerKind.CARRIER, false),
  /** Once a milestone, by order and shipments alike; never in anybody's way. */
  NOTIFY("notify", Part.BOTH, PartnerKind.NOTIFICATION, false);

  /** Whose step it is. */
  public enum Part {
    ORDER,
    SHIPMENT,
    BOTH
  }

  private final String label;
  private final Part part;
  private final PartnerKind kind;
  private final boolean acquires;

  Step(String label, Part part, PartnerKind kind, boolean acquires) {
    this.label = label;
    this.part = part;
    this.kind = kind;
    this.acquires = acquires;
  }

  /** The name in configuration, API and idempotency keys. */
  public String label() {
    return label;
  }

  public Part part() {
    return part;
  }

  /** The kind of partner that the step calls. */
  public PartnerKind kind() {
    return kind;
  }

  /** Whether nothing is asked: the partner tells by callback, by itself. */
  public boolean onlyListens() {
    return this == TRACK;
  }

  /** Whether something is acquired by it that is given back when the order is given up. */
  public boolean acquires() {
    return acquires;
  }

  public static Optional<Step> ofLabel(String label) {
    return Arrays.stream(values()).filter(step -> step.label.equals(label)).findFirst();
  }
}
