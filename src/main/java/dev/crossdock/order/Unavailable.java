package dev.crossdock.order;

/**
 * Nobody can tell now: the journal, the shard or the node did not answer in time. What was asked
 * may or may not be done; asking again under the same key is safe.
 */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
