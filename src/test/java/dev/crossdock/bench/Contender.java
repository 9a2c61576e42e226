package dev.crossdock.bench;

/** Who is measured. */
enum Contender {
  CROSSDOCK("Crossdock", "#0b6e4f"),
  VIRTUAL("virtual threads", "#c05621"),
  PLATFORM("200 threads", "#4a5568");

  /** How many orders Crossdock's journal says are closed. */
  private static final String CLOSED_EVENTS =
      "SELECT count(*) FROM event_journal WHERE persistence_id LIKE 'order|%'"
          + " AND convert_from(event_payload, 'UTF8') LIKE '{\"type\":\"closed\"%'";

  private final String label;
  private final String colour;

  Contender(String label, String colour) {
    this.label = label;
    this.colour = colour;
  }

  /** Of its lines in plots, as SVG has it. */
  String colour() {
    return colour;
  }

  /** As it is called in tables and plots. */
  String label() {
    return label;
  }

  /** Asks its database how many orders are done with. */
  String closedQuery() {
    return this == CROSSDOCK
        ? CLOSED_EVENTS
        : "SELECT count(*) FROM order_status WHERE status = 'CLOSED'";
  }
}
