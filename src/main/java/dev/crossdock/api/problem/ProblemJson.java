package dev.crossdock.api.problem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Writes problems as RFC 9457 has them. */
public final class ProblemJson {
  private ProblemJson() {}

  /**
   * The problem as JSON.
   *
   * @param instance the path that was asked for; absent when it could not be read
   * @param requestId under which it is logged
   */
  public static ObjectNode of(Problem problem, @Nullable String instance, String requestId) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", problem.type().uri())
        .put("title", problem.type().title())
        .put("status", problem.type().status())
        .put("detail", problem.detail());
    if (instance != null) {
      json.put("instance", instance);
    }
    json.put("requestId", requestId);
    if (!problem.faults().isEmpty()) {
      ArrayNode errors = json.putArray("errors");
      for (Fault fault : problem.faults()) {
        errors
            .addObject()
            .put("pointer", fault.pointer())
            .put("code", fault.code().label())
            .put("detail", fault.detail());
      }
    }
    return json;
  }
}
