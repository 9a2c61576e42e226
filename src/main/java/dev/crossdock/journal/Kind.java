package dev.crossdock.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One kind of a sealed type, as it is stored.
 *
 * @param name the value of {@code type} in what is stored
 * @param form the record whose components are stored
 * @param made the value of the sealed type, from its form
 * @param upcasters the first makes version 2 of version 1, and so on
 * @param older what is written instead, as long as there are nodes that do not know the newest
 *     version yet
 */
record Kind<T>(
    String name,
    Class<?> form,
    Function<Object, ? extends T> made,
    List<? extends Upcaster> upcasters,
    Optional<Older> older) {

  /**
   * The form of the version before the newest.
   *
   * @param form the record whose components are stored
   * @param of makes it of the newest
   */
  record Older(Class<?> form, Function<Object, ?> of) {}

  /** The newest version: 1 and up. */
  int version() {
    return upcasters.size() + 1;
  }

  /**
   * The stored object as it would be written today.
   *
   * @throws JournalException when a newer program wrote it
   */
  ObjectNode current(ObjectNode stored) {
    int from = stored.path(Names.VERSION).asInt(1);
    if (from < 1 || from > version()) {
      throw new JournalException(
          name + " of version " + from + "; this program knows 1 to " + version());
    }
    ObjectNode next = stored;
    for (Upcaster upcaster : upcasters.subList(from - 1, upcasters.size())) {
      next = upcaster.next(next.deepCopy());
    }
    return next;
  }
}
