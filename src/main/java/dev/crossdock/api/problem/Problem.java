package dev.crossdock.api.problem;

import java.util.List;
import java.util.Map;

/**
 * Why something is not given, for whoever asked.
 *
 * @param faults of a body, all of them; empty when it is about something else
 * @param headers that the answer carries besides
 */
public record Problem(
    ProblemType type, String detail, List<Fault> faults, Map<String, String> headers) {

  public Problem {
    faults = List.copyOf(faults);
    headers = Map.copyOf(headers);
  }

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), Map.of());
  }

  /** Of a body with these faults, at least one. What cannot be read outweighs the rest. */
  public static Problem of(List<Fault> faults) {
    String detail = faults.size() == 1 ? faults.getFirst().detail() : faults.size() + " faults";
    return new Problem(typeOf(faults), detail, faults, Map.of());
  }

  public Problem with(String header, String value) {
    return new Problem(type, detail, faults, Map.of(header, value));
  }

  /** To be thrown where the answer cannot go on. */
  public ProblemException asException() {
    return new ProblemException(this);
  }

  private static ProblemType typeOf(List<Fault> faults) {
    if (has(faults, FaultCode.SYNTAX)) {
      return ProblemType.MALFORMED_JSON;
    }
    if (has(faults, FaultCode.UNKNOWN_FIELD)) {
      return ProblemType.UNKNOWN_FIELD;
    }
    if (faults.stream().anyMatch(fault -> fault.code().isUnreadable())) {
      return ProblemType.INVALID_REQUEST;
    }
    return faults.stream().allMatch(fault -> fault.code() == FaultCode.TOTAL_MISMATCH)
        ? ProblemType.TOTAL_MISMATCH
        : ProblemType.VALIDATION_FAILED;
  }

  private static boolean has(List<Fault> faults, FaultCode code) {
    return faults.stream().anyMatch(fault -> fault.code() == code);
  }
}
