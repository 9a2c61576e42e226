package dev.crossdock.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the supervision tree, as it is now.
 *
 * @param kind what it is: supervisor, gateway, region, entity, step, singleton, server
 * @param state running, restarting or stopped
 * @param restarts how often it was restarted since this node of the cluster began
 * @param lastFailure why it was restarted last
 * @param childrenTotal how many there are, of which {@code children} may show only some
 */
public record TreeNode(
    String name,
    String kind,
    String state,
    int restarts,
    @Nullable String lastFailure,
    int childrenTotal,
    List<TreeNode> children) {

  public TreeNode {
    children = List.copyOf(children);
  }
}
