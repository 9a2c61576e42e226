package dev.crossdock.journal;

/** What is to be done with what is personal of an order before it is stored. */
public sealed interface Seal {

  /** It is stored as it is, for so the order began. */
  record None() implements Seal {}

  /** It is not stored: whose it is wanted it forgotten. */
  record Broken() implements Seal {}

  /** It is sealed. */
  non-sealed interface With extends Seal {
    /** The name of the key. */
    String key();

    /** Only {@link OrderKeys#open} makes it readable again. */
    byte[] close(byte[] personal);
  }
}
