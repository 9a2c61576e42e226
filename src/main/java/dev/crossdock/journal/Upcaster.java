package dev.crossdock.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes of a stored object of one version the same in the next version. Once released it is never
 * changed: journals are full of what it reads.
 */
@FunctionalInterface
public interface Upcaster {
  /** The object in the next version; {@code older} is a copy that may be changed and returned. */
  ObjectNode next(ObjectNode older);
}
