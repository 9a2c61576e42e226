package dev.crossdock.partner;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a call. Three, because each asks for something else to be done. */
public sealed interface Outcome {

  /** The partner answered. A look-up that found nothing is an answer too: {@link Answer.Absent}. */
  record Succeeded(Answer answer) implements Outcome {}

  /**
   * The partner's final no: trying again cannot help.
   *
   * @param code the last part of the problem's type, or {@code http-<status>}
   */
  record Refused(String code, String detail) implements Outcome {}

  /**
   * Nobody can tell, or nobody was asked.
   *
   * @param retryAfter what the partner or its gateway asks to wait at least
   */
  record Unanswered(Reach reach, String reason, @Nullable Duration retryAfter) implements Outcome {}

  /** How far a call without an answer got. */
  enum Reach {
    /** It never left: the gateway holds its partner for out, or is full. No attempt was made. */
    HELD_BACK,
    /** The partner cannot have acted on it: no connection, or it said so (429, 425). */
    NOT_ACTED_ON,
    /** It may have been acted on: a timeout, a cut connection, 408, 5xx, garbage. */
    MAYBE_ACTED_ON
  }
}
