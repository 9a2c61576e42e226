package dev.crossdock.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** The rounds taken together: each figure is the median, and how far apart the rounds were. */
final class Summary {
  private final List<Result> results;

  Summary(List<Result> results) {
    this.results = List.copyOf(results);
  }

  /**
   * A figure of all rounds.
   *
   * @param least of any round
   */
  record Figure(double median, double least, double most) {
    /** With the spread behind it when there was more than one round. */
    String text() {
      return least == most
          ? number(median)
          : "%s (%s to %s)".formatted(number(median), number(least), number(most));
    }

    static String number(double value) {
      int digits = value != 0 && Math.abs(value) < 10 ? 2 : value < 100 ? 1 : 0;
      return value == Math.rint(value)
          ? String.format(Locale.ROOT, "%.0f", value)
          : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
  }

  boolean has(String scenario) {
    return results.stream().anyMatch(result -> result.scenario().equals(scenario));
  }

  boolean has(String scenario, Contender contender) {
    return results.stream()
        .anyMatch(it -> it.scenario().equals(scenario) && it.contender().equals(contender.name()));
  }

  /** How often the scenario was run. */
  int rounds(String scenario) {
    return results.stream()
        .filter(result -> result.scenario().equals(scenario))
        .mapToInt(Result::round)
        .max()
        .orElse(0);
  }

  /** The loads that the scenario was run with, ascending. */
  List<Integer> loads(String scenario) {
    return results.stream()
        .filter(result -> result.scenario().equals(scenario))
        .map(Result::load)
        .distinct()
        .sorted()
        .toList();
  }

  Optional<Figure> figure(String scenario, Contender contender, int load, String name) {
    Predicate<Result> wanted =
        result ->
            result.scenario().equals(scenario)
                && result.contender().equals(contender.name())
                && result.load() == load;
    double[] values =
        results.stream()
            .filter(wanted)
            .flatMap(result -> Optional.ofNullable(result.figures().get(name)).stream())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return values.length == 0
        ? Optional.empty()
        : Optional.of(new Figure(median(values), values[0], values[values.length - 1]));
  }

  /** How a contender's median compares with that of another: 2 is twice as much. */
  OptionalDouble ratio(String scenario, Contender one, Contender other, int load, String name) {
    Optional<Figure> a = figure(scenario, one, load, name);
    Optional<Figure> b = figure(scenario, other, load, name);
    return a.isPresent() && b.isPresent() && b.get().median() != 0
        ? OptionalDouble.of(a.get().median() / b.get().median())
        : OptionalDouble.empty();
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }
}
