package dev.crossdock.journal;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is stored cannot be read or reached. The message is one line, fit to be shown as it is. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalException(String message) {
    super(message);
  }

  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether nothing is wrong but that the database does not answer: it may, another time. */
  public boolean isOutOfReach() {
    return Stream.<Throwable>iterate(this, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause instanceof SQLException e && isOutOfReach(e.getSQLState()));
  }

  /** No connection; told to go; no room. */
  private static boolean isOutOfReach(@Nullable String state) {
    return state != null && Stream.of("08", "57P", "53").anyMatch(state::startsWith);
  }
}
