package dev.crossdock.api.read;

import dev.crossdock.api.problem.Fault;
import dev.crossdock.api.problem.FaultCode;
import dev.crossdock.api.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a body. Not for several threads. */
final class Faults {
  private static final int SHOWN_MAX = 200;

  private final List<Fault> found = new ArrayList<>();

  void add(String pointer, FaultCode code, String detail) {
    found.add(new Fault(pointer, code, detail));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the reading if anything was wrong.
   *
   * @throws dev.crossdock.api.problem.ProblemException with the faults, those that make the body
   *     unreadable first, 200 at most
   */
  void refuseIfAny() {
    if (!found.isEmpty()) {
      List<Fault> worstFirst = new ArrayList<>(found);
      worstFirst.sort((a, b) -> Boolean.compare(b.code().isUnreadable(), a.code().isUnreadable()));
      throw Problem.of(worstFirst.stream().limit(SHOWN_MAX).toList()).asException();
    }
  }
}
