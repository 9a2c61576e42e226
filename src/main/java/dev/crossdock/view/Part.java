package dev.crossdock.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tables of one projector: they can be made anew by themselves. */
public enum Part {
  ORDERS("orders", "order_facet order_list order_count order_minute"),
  SHIPMENTS("shipments", "shipment_list"),
  PARTNERS("partners", "partner_hour"),
  WAKES("wake", "wake_at");

  private final String label;
  private final String tables;

  Part(String label, String tables) {
    this.label = label;
    this.tables = tables;
  }

  /** The name of its projector, as operators know it. */
  public String label() {
    return label;
  }

  List<String> tables() {
    return List.of(tables.split(" ", -1));
  }

  /** The one of that name. */
  public static Optional<Part> of(String label) {
    return Arrays.stream(values()).filter(part -> part.label.equals(label)).findFirst();
  }
}
