package dev.crossdock.runtime;

import dev.crossdock.partner.Ask;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calls that a gateway was given together, each by what it asks. */
record Calls(Map<Class<?>, Gateway.Submit> byAsk) {

  /** Nothing may be asked twice. */
  static Calls of(List<Gateway.Submit> submits) {
    return new Calls(
        submits.stream()
            .collect(Collectors.toMap(s -> s.call().ask().getClass(), Function.identity())));
  }

  Gateway.Submit of(Class<? extends Ask> ask) {
    return Objects.requireNonNull(byAsk.get(ask), ask.getSimpleName());
  }

  Set<Class<?>> asks() {
    return byAsk.keySet();
  }

  Collection<Gateway.Submit> all() {
    return byAsk.values();
  }
}
