package dev.crossdock.journal;

import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Flows;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.Steps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What stands in place of values that are not stored as the record that they are. */
final class Forms {

  /** Names a flow, whose steps are stored once for all orders. */
  private record FlowReference(String name, int version) {}

  private record StepsForm(Flow flow, Map<Step, StepRun> runs) {}

  private Forms() {}

  /**
   * Sets in order, if they have one, so that equal values are equal bytes; durations in
   * milliseconds.
   */
  static SimpleModule values() {
    SimpleModule module = new SimpleModule("crossdock-values");
    module.addSerializer(new FormWriter<Set<?>>(Set.class, Forms::ordered));
    module.addSerializer(new FormWriter<Duration>(Duration.class, Duration::toMillis));
    module.addDeserializer(
        Duration.class, new FormReader<>(Duration.class, Long.class, Duration::ofMillis));
    return module;
  }

  private static List<?> ordered(Set<?> set) {
    boolean ordered = set.stream().allMatch(Comparable.class::isInstance);
    return ordered ? set.stream().sorted().toList() : List.copyOf(set);
  }

  /** Flows by name and version, looked up anew each time: more may be known later. */
  static SimpleModule flows(Supplier<Flows> flows) {
    SimpleModule module = new SimpleModule("crossdock-flows");
    module.addSerializer(
        new FormWriter<Flow>(Flow.class, flow -> new FlowReference(flow.name(), flow.version())));
    module.addDeserializer(
        Flow.class,
        new FormReader<>(Flow.class, FlowReference.class, r -> resolved(r, flows.get())));
    module.addSerializer(
        new FormWriter<Steps>(Steps.class, steps -> new StepsForm(steps.flow(), steps.runs())));
    module.addDeserializer(
        Steps.class,
        new FormReader<>(Steps.class, StepsForm.class, f -> Steps.of(f.flow(), f.runs())));
    return module;
  }

  /** Kinds of sealed types by their names. */
  static SimpleModule named(List<Names<?>> tables) {
    SimpleModule module = new SimpleModule("crossdock-names");
    module.setSerializerModifier(new NameWriter(tables));
    tables.forEach(names -> add(module, names));
    return module;
  }

  private static <T> void add(SimpleModule module, Names<T> names) {
    module.addDeserializer(names.type(), new NamedReader<>(names));
    names
        .kinds()
        .forEach(
            kind ->
                kind.older()
                    .ifPresent(
                        older ->
                            module.addSerializer(new FormWriter<Object>(kind.form(), older.of()))));
    names
        .wrapper()
        .ifPresent(wrapper -> module.addSerializer(new FormWriter<T>(wrapper, names::form)));
  }

  private static Flow resolved(FlowReference reference, Flows flows) {
    return flows
        .version(reference.name(), reference.version())
        .orElseThrow(
            () ->
                new JournalException(
                    "flow "
                        + reference.name()
                        + " of version "
                        + reference.version()
                        + " is unknown"));
  }
}
