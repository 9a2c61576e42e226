package dev.crossdock.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that has changed.
 *
 * @param what of the order or shipment, such as {@code step check-fraud}
 * @param before absent: it was not there
 * @param after absent: it is not there any more
 */
public record Difference(String what, @Nullable String before, @Nullable String after) {

  /** All in which two pictures of one thing differ, in the order of their names. */
  static List<Difference> between(Map<String, String> before, Map<String, String> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Difference> all = new ArrayList<>();
    for (String name : names) {
      String was = before.get(name);
      String is = after.get(name);
      if (!Objects.equals(was, is)) {
        all.add(new Difference(name, was, is));
      }
    }
    return all;
  }
}
