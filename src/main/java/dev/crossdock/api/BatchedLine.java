package dev.crossdock.api;

import org.apache.pekko.util.ByteString;

/** A line of a batch as it was received. Lines count from 1, and blank ones count. */
sealed interface BatchedLine {
  long number();

  /** A line that says something. */
  record Text(long number, ByteString bytes) implements BatchedLine {}

  /** A line that is longer than may be; what it says was not kept. */
  record TooLong(long number) implements BatchedLine {}

  /** There it ended before its end; nothing comes behind it. */
  record Broken(long number, Throwable why) implements BatchedLine {}
}
