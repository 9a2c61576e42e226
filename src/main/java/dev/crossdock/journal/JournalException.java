package dev.crossdock.journal;

/** What is stored cannot be read or reached. The message is one line, fit to be shown as it is. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalException(String message) {
    super(message);
  }

  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
