package dev.crossdock.ops;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the supervision tree as it lives: whoever starts, restarts or stops says so here. Safe for
 * use by many threads; costs a map entry a live actor.
 */
public final class Supervision implements SupervisionTree {
  private final Branch root = new Branch("crossdock", "supervisor", null);

  public Branch root() {
    return root;
  }

  @Override
  public TreeNode tree(int childrenMax) {
    return root.node(childrenMax);
  }

  /** A live node of the tree. */
  public static final class Branch {
    private final String name;
    private final String kind;
    private final @Nullable Branch parent;
    private final AtomicInteger restarts = new AtomicInteger();

    /** How many live actors are written down here; changed under the parent's map only. */
    private int living;

    private volatile String state = "running";
    private volatile @Nullable String lastFailure;
    private volatile @Nullable Map<String, Branch> children;

    private Branch(String name, String kind, @Nullable Branch parent) {
      this.name = name;
      this.kind = kind;
      this.parent = parent;
    }

    /**
     * The child of that name; begun now if it was not there, running again if it was. Each call
     * stands for one actor, whose end is to be told once: by {@link #stopped} or {@link
     * #forgotten}.
     */
    public Branch child(String childName, String childKind) {
      return children()
          .compute(
              childName,
              (any, known) -> {
                Branch child = known == null ? new Branch(childName, childKind, this) : known;
                child.living++;
                child.state = "running";
                return child;
              });
    }

    /** It failed, and is begun again or given up by whoever supervises it. */
    public void failed(Throwable cause) {
      restarts.incrementAndGet();
      lastFailure = cause.toString();
      state = "restarting";
    }

    /** It runs, after whatever was. */
    public void running() {
      state = "running";
    }

    /** It is over; a node that never failed is forgotten, one that did is kept to be looked at. */
    public void stopped() {
      ended(restarts.get() == 0);
    }

    /** It is over and not worth remembering. */
    public void forgotten() {
      ended(true);
    }

    /** Another actor may live under the same name by now: then this is no end. */
    private void ended(boolean forget) {
      if (parent == null) {
        return;
      }
      parent
          .children()
          .computeIfPresent(
              name,
              (any, known) -> {
                if (known != this || --living > 0) {
                  return known;
                }
                state = "stopped";
                return forget ? null : known;
              });
    }

    private Map<String, Branch> children() {
      Map<String, Branch> known = children;
      if (known != null) {
        return known;
      }
      synchronized (this) {
        Map<String, Branch> made = children == null ? new ConcurrentHashMap<>() : children;
        children = made;
        return made;
      }
    }

    private TreeNode node(int childrenMax) {
      Map<String, Branch> known = children;
      List<TreeNode> shown =
          known == null
              ? List.of()
              : known.values().stream()
                  .sorted(Comparator.comparing((Branch branch) -> branch.name))
                  .limit(childrenMax)
                  .map(branch -> branch.node(childrenMax))
                  .toList();
      int total = known == null ? 0 : known.size();
      return new TreeNode(name, kind, state, restarts.get(), lastFailure, total, shown);
    }
  }
}
