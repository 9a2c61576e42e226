package dev.crossdock.estimate;

/** How the partners are, and what is known of their past; asking costs nothing. */
public interface PartnersView {

  /** The node whose gateways the statuses are of. */
  String node();

  /** As of now. */
  Picture picture();
}
