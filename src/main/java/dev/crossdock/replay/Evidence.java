package dev.crossdock.replay;

import dev.crossdock.trade.OrderId;
import java.util.List;

/**
 * What is stored of an order, byte for byte, and what shows that nobody has changed it since.
 *
 * @param chains the order's own first, then those of its shipments
 */
public record Evidence(OrderId id, List<Chain> chains) {

  public Evidence {
    chains = List.copyOf(chains);
  }

  /**
   * The events of an order, or of one shipment.
   *
   * @param of its id
   * @param journalId its id in the journal, which the hashes cover
   * @param links in sequence; at least one
   */
  public record Chain(String of, String journalId, List<Link> links) {

    public Chain {
      links = List.copyOf(links);
    }

    /** Whether nothing is wrong with it. */
    public boolean isIntact() {
      return links.stream().allMatch(link -> link.fault() == null);
    }
  }
}
