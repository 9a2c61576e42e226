package dev.crossdock.replay;

import dev.crossdock.personal.PortableKey;

/** A line of an exported journal. */
sealed interface ImportedLine {

  /**
   * The first.
   *
   * @param format of all that follows
   */
  record Head(int format) implements ImportedLine {}

  /**
   * A flow.
   *
   * @param definition as it is stored
   */
  record OfFlow(String definition) implements ImportedLine {}

  /** A key that events are sealed with, or were. */
  record OfKey(PortableKey key) implements ImportedLine {}

  record OfEvent(StoredEvent event) implements ImportedLine {}

  /**
   * The last.
   *
   * @param events how many there were
   */
  record End(long events) implements ImportedLine {}
}
