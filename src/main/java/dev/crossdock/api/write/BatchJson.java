package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemJson;

/** Writes what became of the lines of a batch. */
public final class BatchJson {
  private final String path;
  private final String requestId;

  /** For the lines of one request. */
  public BatchJson(String path, String requestId) {
    this.path = path;
    this.requestId = requestId;
  }

  /**
   * The line's order is journalled.
   *
   * @param replayed whether it had been before
   */
  public ObjectNode placed(long line, String orderId, boolean replayed) {
    ObjectNode json =
        Json.object().put("line", line).put("status", replayed ? 200 : 201).put("orderId", orderId);
    return replayed ? json.put("replayed", true) : json;
  }

  /** The line's order is not taken; when it may be tried again is beside the problem. */
  public ObjectNode refused(long line, Problem problem) {
    ObjectNode json = Json.object().put("line", line).put("status", problem.type().status());
    String retryAfter = problem.headers().get("Retry-After");
    if (retryAfter != null) {
      json.put("retryAfter", Integer.parseInt(retryAfter));
    }
    json.set("problem", ProblemJson.of(problem, path, requestId));
    return json;
  }
}
