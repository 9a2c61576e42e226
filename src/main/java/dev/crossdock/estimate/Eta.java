package dev.crossdock.estimate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an order will be where it is to be. */
public sealed interface Eta {

  /**
   * One of the two is there at least.
   *
   * @param confirmation absent once it is confirmed
   * @param delivery absent when nothing is known of it
   */
  record Expected(@Nullable Span confirmation, @Nullable Span delivery) implements Eta {}

  /** Nothing honest can be said. */
  record Unknown(String because) implements Eta {}

  /** There is nothing to wait for. */
  record Over() implements Eta {}

  /**
   * A moment that is not known exactly.
   *
   * @param p50 as likely before as after
   * @param p90 nine of ten are there by then
   * @param samples the fewest that any part of it was told from; 0 unless MEASURED
   */
  record Span(Instant p50, Instant p90, Basis basis, long samples) {}

  /** What it was told from: the weakest of all parts of the way. */
  enum Basis {
    /** How long it took for others. */
    MEASURED,
    /** What a carrier promised when it was booked, or the merchant when it was ordered. */
    PROMISED,
    /** The longest that the flow allows. */
    CONFIGURED
  }
}
