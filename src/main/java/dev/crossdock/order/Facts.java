package dev.crossdock.order;

import dev.crossdock.partner.Answer.Allocation;
import dev.crossdock.partner.Answer.Authorized;
import dev.crossdock.partner.Answer.Backorder;
import dev.crossdock.trade.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What partners said that later steps build upon.
 *
 * @param corrected the address as the address partner would write it
 */
public record Facts(
    @Nullable Address corrected,
    List<Allocation> allocations,
    List<Backorder> backordered,
    @Nullable Authorized authorized) {

  public Facts {
    allocations = List.copyOf(allocations);
    backordered = List.copyOf(backordered);
  }

  static Facts none() {
    return new Facts(null, List.of(), List.of(), null);
  }
}
