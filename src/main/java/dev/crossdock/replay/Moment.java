package dev.crossdock.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a life.
 *
 * @param of the order's id, or that of one of its shipments
 * @param version the event's number in the journal of that one: 1 and up
 * @param type the name that it is stored under; {@code unreadable} for what cannot be read
 * @param by who caused it: a partner, the merchant, another part of the order, or crossdock
 * @param waited absent when it did not have to be waited for
 */
public record Moment(
    String of,
    long version,
    String type,
    Instant at,
    String by,
    @Nullable Waited waited,
    List<Difference> changes) {

  public Moment {
    changes = List.copyOf(changes);
  }
}
