package dev.crossdock.journal;

/** The keys cannot be had just now, so that nobody can tell what was sealed with them. */
public final class KeysAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public KeysAway(String message, Throwable cause) {
    super(message, cause);
  }
}
