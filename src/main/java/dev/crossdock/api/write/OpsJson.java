package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.ops.TreeNode;
import java.util.Map;
import java.util.TreeMap;

/** Writes what operators look at. */
public final class OpsJson {
  private OpsJson() {}

  public static ObjectNode tree(TreeNode node) {
    ObjectNode json =
        Json.object()
            .put("name", node.name())
            .put("kind", node.kind())
            .put("state", node.state())
            .put("restarts", node.restarts());
    Json.put(json, "lastFailure", node.lastFailure());
    json.put("childrenTotal", node.childrenTotal());
    ArrayNode children = json.putArray("children");
    node.children().forEach(child -> children.add(tree(child)));
    return json;
  }

  /** What must be up, and whether all of it is. */
  public static ObjectNode health(Map<String, Boolean> checks) {
    ObjectNode json = Json.object().put("status", word(!checks.containsValue(false)));
    ObjectNode each = json.putObject("checks");
    new TreeMap<>(checks).forEach((name, up) -> each.put(name, word(up)));
    return json;
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }
}
