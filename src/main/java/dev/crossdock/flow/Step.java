package dev.crossdock.flow;

import dev.crossdock.partner.PartnerKind;
import java.util.Arrays;
import java.util.Optional;

/** The steps that a flow may be made of. What each needs, and its policy, is the flow's matter. */
public enum Step {
  VALIDATE_ADDRESS("validate-address", Part.ORDER, PartnerKind.ADDRESS),
  CHECK_CUSTOMER("check-customer", Part.ORDER, PartnerKind.CUSTOMER),
  CHECK_FRAUD("check-fraud", Part.ORDER, PartnerKind.FRAUD),
  RESERVE_INVENTORY("reserve-inventory", Part.ORDER, PartnerKind.INVENTORY),
  AUTHORIZE_PAYMENT("authorize-payment", Part.ORDER, PartnerKind.PAYMENT),
  QUOTE_RATES("quote-rates", Part.SHIPMENT, PartnerKind.CARRIER),
  BOOK_SHIPMENT("book-shipment", Part.SHIPMENT, PartnerKind.CARRIER),
  RELEASE_FULFILLMENT("release-fulfillment", Part.SHIPMENT, PartnerKind.WAREHOUSE),
  CAPTURE_PAYMENT("capture-payment", Part.SHIPMENT, PartnerKind.PAYMENT),
  TRACK("track", Part.SHIPMENT, PartnerKind.CARRIER),
  /** Once a milestone, by order and shipments alike; never in anybody's way. */
  NOTIFY("notify", Part.BOTH, PartnerKind.NOTIFICATION);

  /** Whose step it is. */
  public enum Part {
    ORDER,
    SHIPMENT,
    BOTH
  }

  private final String label;
  private final Part part;
  private final PartnerKind kind;

  Step(String label, Part part, PartnerKind kind) {
    this.label = label;
    this.part = part;
    this.kind = kind;
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

  public static Optional<Step> ofLabel(String label) {
    return Arrays.stream(values()).filter(step -> step.label.equals(label)).findFirst();
  }
}
