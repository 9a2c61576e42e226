package dev.crossdock.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * All flows that orders may have begun with: every version ever used, and which one is new. Safe to
 * share between threads.
 */
public final class Flows {
  private final Map<String, Flow> current = new HashMap<>();
  private final Map<String, Flow> everyVersion = new ConcurrentHashMap<>();
  private final BiFunction<String, Integer, Optional<Flow>> newer;

  /**
   * @param current the flows that new orders begin with, one a name
   * @param older versions that orders on their way may still have
   */
  public Flows(Collection<Flow> current, Collection<Flow> older) {
    this(current, older, (name, version) -> Optional.empty());
  }

  /**
   * @param current the flows that new orders begin with, one a name
   * @param older versions that orders on their way may still have
   * @param newer where versions may be found that others have begun to use meanwhile
   */
  public Flows(
      Collection<Flow> current,
      Collection<Flow> older,
      BiFunction<String, Integer, Optional<Flow>> newer) {
    this.newer = newer;
    older.forEach(flow -> everyVersion.put(key(flow.name(), flow.version()), flow));
    for (Flow flow : current) {
      this.current.put(flow.name(), flow);
      everyVersion.put(key(flow.name(), flow.version()), flow);
    }
  }

  /** The flow that a new order begins with. */
  public Optional<Flow> named(String name) {
    return Optional.ofNullable(current.get(name));
  }

  /** The very version that an order began with. */
  public Optional<Flow> version(String name, int version) {
    Flow known = everyVersion.get(key(name, version));
    return known == null ? found(name, version) : Optional.of(known);
  }

  private Optional<Flow> found(String name, int version) {
    Optional<Flow> found = newer.apply(name, version);
    found.ifPresent(flow -> everyVersion.put(key(name, version), flow));
    return found;
  }

  /** Names of the flows that a new order may begin with, sorted. */
  public Set<String> names() {
    return new TreeSet<>(current.keySet());
  }

  private static String key(String name, int version) {
    return name + "@" + version;
  }
}
