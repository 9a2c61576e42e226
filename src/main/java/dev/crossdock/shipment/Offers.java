package dev.crossdock.shipment;

import dev.crossdock.partner.Answer.Booked;
import dev.crossdock.partner.Rate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a shipment may be booked as, and what it was.
 *
 * @param candidates best first
 * @param from the revision of book-shipment that takes the first of them; each further one the next
 */
public record Offers(List<Rate> candidates, int from, @Nullable Booked booking) {

  public Offers {
    candidates = List.copyOf(candidates);
  }

  static Offers none() {
    return new Offers(List.of(), 1, null);
  }

  /** The rate that this revision of book-shipment takes. */
  Optional<Rate> at(int revision) {
    int index = revision - from;
    return index >= 0 && index < candidates.size()
        ? Optional.of(candidates.get(index))
        : Optional.empty();
  }
}
