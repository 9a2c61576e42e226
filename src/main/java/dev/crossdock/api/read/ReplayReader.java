package dev.crossdock.api.read;

import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemException;
import dev.crossdock.api.problem.ProblemType;
import java.util.Map;

/** Reads what is to be told again. */
public final class ReplayReader {
  private ReplayReader() {}

  /**
   * What the query asks for.
   *
   * @throws ProblemException when that is not just one thing
   */
  public static ReplayRequest read(Map<String, String> query) {
    String from = query.get("from");
    String message = query.get("message");
    if (message != null && from == null) {
      return one(message);
    }
    if (from == null || message != null) {
      throw invalid("either from or message is needed");
    }
    return Times.instant(from)
        .map(ReplayRequest.Since::new)
        .orElseThrow(() -> invalid("from is no time like 2026-12-01T08:00:00Z"));
  }

  private static ReplayRequest one(String message) {
    if (!message.matches("msg_[0-9a-f]{32}")) {
      throw invalid("message is no id of a message");
    }
    return new ReplayRequest.One(message);
  }

  private static ProblemException invalid(String detail) {
    return Problem.of(ProblemType.INVALID_PARAMETER, detail).asException();
  }
}
