package dev.crossdock.ops;

/** The live supervision tree of this node of the cluster. */
public interface SupervisionTree {

  /**
   * The tree from its root {@code crossdock} down.
   *
   * @param childrenMax how many children of each are shown at most; 1 and up
   */
  TreeNode tree(int childrenMax);
}
