package dev.crossdock.simulator;

import java.util.List;
import java.util.Optional;

/**
 * One operation of the partner API.
 *
 * @param name its operationId
 * @param method of HTTP
 * @param path below the partner's base URL; a segment in braces stands for any
 * @param keyed whether it changes something and so needs an Idempotency-Key
 */
record Operation(String name, String method, List<String> path, boolean keyed, Work work) {

  /** What an operation does: nothing but work out the answer and the entries. */
  @FunctionalInterface
  interface Work {
    Done on(Call call, Shelf shelf);
  }

  static Operation change(String name, String path, Work work) {
    return new Operation(name, "POST", segments(path), true, work);
  }

  static Operation ask(String name, String path, Work work) {
    return new Operation(name, "POST", segments(path), false, work);
  }

  static Operation get(String name, String path, Work work) {
    return new Operation(name, "GET", segments(path), false, work);
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  boolean isAt(List<String> segments) {
    if (segments.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      if (!isOpen(path.get(i)) && !path.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What stands where the path has a name in braces; empty where it has none. */
  String idIn(List<String> segments) {
    Optional<String> open = path.stream().filter(Operation::isOpen).findFirst();
    return open.map(name -> segments.get(path.indexOf(name))).orElse("");
  }

  private static boolean isOpen(String segment) {
    return segment.startsWith("{");
  }
}
