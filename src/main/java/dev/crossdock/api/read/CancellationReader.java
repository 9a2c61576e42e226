package dev.crossdock.api.read;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads why an order is to be cancelled. */
public final class CancellationReader {
  private static final Rule REASON = Rule.text(500);

  private CancellationReader() {}

  /**
   * The reason that the body gives.
   *
   * @throws dev.crossdock.api.problem.ProblemException with all faults of the body
   */
  public static String read(byte[] body) {
    JsonNode json = StrictJson.parse(body);
    Faults faults = new Faults();
    Members cancellation = Members.of(json, "", faults);
    String reason = null;
    if (cancellation != null) {
      reason = cancellation.need("reason").text("reason", REASON);
      cancellation.refuseOthers();
    }
    faults.refuseIfAny();
    return java.util.Objects.requireNonNull(reason);
  }
}
