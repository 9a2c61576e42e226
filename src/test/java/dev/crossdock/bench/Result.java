package dev.crossdock.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one scenario gave with one contender in one round: a line of the raw results.
 *
 * @param load what distinguishes it from others of the scenario, such as orders a second; else 0
 * @param figures by name; units stand last in the names
 */
record Result(String scenario, String contender, int round, int load, Map<String, Double> figures) {
  private static final List<String> SHOWN =
      List.of(
          "ordersPerSecond",
          "completed",
          "completeP50Millis",
          "completeP99Millis",
          "acknowledgeMaxMillis",
          "processorSecondsPer1000",
          "waitingAtPartner",
          "serverMebibytes",
          "liveMebibytes",
          "lostOrders",
          "redoneSteps",
          "seconds",
          "journalPerSecond",
          "jdbcPerSecond",
          "acceptedPerSecond",
          "refused",
          "refusedMicros");

  Result {
    figures = Map.copyOf(figures);
  }

  /** What somebody who looks on wants to know first. */
  String line() {
    String shown =
        SHOWN.stream()
            .filter(figures::containsKey)
            .map(name -> name + " " + Summary.Figure.number(figures.getOrDefault(name, 0.0)))
            .collect(Collectors.joining(", "));
    return "%d: %s %d, %s: %s".formatted(round, scenario, load, contender, shown);
  }
}
