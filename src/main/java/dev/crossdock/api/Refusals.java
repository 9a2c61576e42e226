package dev.crossdock.api;

import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemException;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.order.Refusal;

/** Turns refusals into problems. */
final class Refusals {
  private Refusals() {}

  static ProblemException of(Refusal why) {
    return switch (why) {
      case NO_SUCH_ORDER -> problem(ProblemType.ORDER_NOT_FOUND, "no order has this id");
      case KEY_REUSED ->
          problem(
              ProblemType.IDEMPOTENCY_KEY_REUSED, "another body was sent under this key before");
      case POINT_OF_NO_RETURN ->
          problem(ProblemType.POINT_OF_NO_RETURN, "the goods are packed or on their way");
      case ALREADY_TERMINAL ->
          problem(ProblemType.ORDER_ALREADY_TERMINAL, "the order has come to another end");
      case QUARANTINED ->
          problem(ProblemType.ORDER_QUARANTINED, "somebody has to look at its journal first");
    };
  }

  static ProblemException of(dev.crossdock.shipment.Refusal why) {
    return switch (why) {
      case NO_SUCH_SHIPMENT -> problem(ProblemType.SHIPMENT_NOT_FOUND, "no shipment has this id");
      case QUARANTINED ->
          problem(ProblemType.ORDER_QUARANTINED, "somebody has to look at its journal first");
    };
  }

  static ProblemException problem(ProblemType type, String detail) {
    return Problem.of(type, detail).asException();
  }
}
