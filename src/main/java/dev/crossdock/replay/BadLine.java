package dev.crossdock.replay;

/**
 * A line of what is to be imported that cannot be. The message is one line and names its number.
 */
public final class BadLine extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadLine(long number, String why) {
    super("line " + number + ": " + why);
  }

  BadLine(long number, String why, Throwable cause) {
    super("line " + number + ": " + why, cause);
  }
}
