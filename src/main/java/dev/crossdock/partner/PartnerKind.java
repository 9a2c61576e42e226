package dev.crossdock.partner;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of partner: the tags of the partner API. */
public enum PartnerKind {
  ADDRESS,
  CUSTOMER,
  FRAUD,
  INVENTORY,
  PAYMENT,
  CARRIER,
  WAREHOUSE,
  NOTIFICATION;

  /** The name in configuration and in the partner API: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Optional<PartnerKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
