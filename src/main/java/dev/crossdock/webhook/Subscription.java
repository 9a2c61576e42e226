package dev.crossdock.webhook;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an endpoint is told of.
 *
 * @param types those asked for; empty: all that there are and will be
 */
public record Subscription(Set<EventType> types) {
  private static final String ALL = "*";

  public Subscription {
    types = types.isEmpty() ? Set.of() : Set.copyOf(types);
  }

  /** To everything. */
  public static Subscription all() {
    return new Subscription(Set.of());
  }

  /** To these types; at least one. */
  public static Subscription to(Set<EventType> types) {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("a subscription is to at least one type");
    }
    return new Subscription(types);
  }

  boolean wants(EventType type) {
    return types.isEmpty() || types.contains(type);
  }

  /** The names of the types, or {@code *}. */
  public List<String> labels() {
    return types.isEmpty() ? List.of(ALL) : types.stream().sorted().map(EventType::label).toList();
  }

  String stored() {
    return String.join(",", labels());
  }

  /** Names of types that are not known any more are left out. */
  static Subscription ofStored(String text) {
    if (text.equals(ALL)) {
      return all();
    }
    return new Subscription(
        Arrays.stream(text.split(",", -1))
            .flatMap(label -> EventType.ofLabel(label).stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class))));
  }
}
