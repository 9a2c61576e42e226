package dev.crossdock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the bench's section of the performance document, and its plots, from raw results. */
final class Report {
  static final String BEGIN = "<!-- bench:begin -->";
  static final String END = "<!-- bench:end -->";

  private final Map<String, String> setting;
  private final Summary summary;

  Report(Map<String, String> setting, List<Result> results) {
    this.setting = setting;
    this.summary = new Summary(results);
  }

  /** A line of a table: what is shown, and the figure's name. */
  private record Measure(String label, String figure) {}

  private static final List<Measure> RATE =
      List.of(
          new Measure("complete p50, ms", "completeP50Millis"),
          new Measure("complete p99, ms", "completeP99Millis"),
          new Measure("acknowledged p99, ms", "acknowledgeP99Millis"),
          new Measure("processor s / 1000 orders", "processorSecondsPer1000"));
  private static final List<Measure> BURST =
      List.of(
          new Measure("orders/s", "ordersPerSecond"),
          new Measure("all acknowledged after, ms", "acknowledgeMaxMillis"),
          new Measure("complete p50, ms", "completeP50Millis"),
          new Measure("processor s / 1000 orders", "processorSecondsPer1000"),
          new Measure("of it the server", "serverSecondsPer1000"),
          new Measure("of it the database", "databaseSecondsPer1000"),
          new Measure("database bytes an order", "databaseBytesPerOrder"),
          new Measure("completed", "completed"),
          new Measure("partner calls an order", "callsPerOrder"));
  private static final List<Measure> WAITING =
      List.of(
          new Measure("waiting at the partner", "waitingAtPartner"),
          new Measure("acknowledged", "acknowledged"),
          new Measure("processor s / 1000 orders", "processorSecondsPer1000"),
          new Measure("server, MiB", "serverMebibytes"),
          new Measure("server after a collection, MiB", "serverMebibytesCollected"),
          new Measure("live heap, MiB", "liveMebibytes"),
          new Measure("live heap before, MiB", "liveMebibytesBefore"),
          new Measure("database, MiB", "databaseMebibytes"));
  private static final List<Measure> KILL =
      List.of(
          new Measure("acknowledged orders lost", "lostOrders"),
          new Measure("answered steps done again", "redoneSteps"),
          new Measure("takes orders again after, s", "secondsUntilItTookOrders"),
          new Measure("all done after, s", "seconds"),
          new Measure("completed", "completed"));
  private static final List<Measure> JOURNAL =
      List.of(
          new Measure("journal, events/s", "journalPerSecond"),
          new Measure("plain JDBC batches, rows/s", "jdbcPerSecond"),
          new Measure("journal against JDBC", "ratio"));

  private static final List<Measure> OVERLOAD =
      List.of(
          new Measure("offered, orders/s", "offeredPerSecond"),
          new Measure("accepted, orders/s", "acceptedPerSecond"),
          new Measure("accepted: complete p50, ms", "completeP50Millis"),
          new Measure("accepted: complete p99, ms", "completeP99Millis"),
          new Measure("refused", "refused"),
          new Measure("processor time of one that is accepted, us", "acceptedMicros"),
          new Measure("processor time of one that is refused, us", "refusedMicros"));

  private static final List<Measure> GROWTH =
      List.of(
          new Measure("complete p50, ms", "completeP50Millis"),
          new Measure("complete p99, ms", "completeP99Millis"),
          new Measure("acknowledged p99, ms", "acknowledgeP99Millis"),
          new Measure("processor s / 1000 orders", "processorSecondsPer1000"),
          new Measure("of it the database", "databaseSecondsPer1000"),
          new Measure("database, GiB", "databaseGibibytes"));

  /** The section, without its markers. */
  String markdown() {
    List<String> parts = new ArrayList<>();
    parts.add(about());
    addTable(parts, LoadScenario.RATE, "Orders at a rate", RATE);
    if (summary.has(LoadScenario.RATE)) {
      parts.add(
          """
          ![Time to complete by rate](performance/latency.svg)
          ![Processor time by rate](performance/processor.svg)
          """);
    }
    addTable(parts, LoadScenario.BURST, "A burst of orders, all at once", BURST);
    if (summary.has(LoadScenario.BURST)) {
      parts.add("![Orders a second in a burst](performance/burst.svg)\n");
    }
    addTable(parts, WaitingScenario.NAME, "Orders waiting for a slow partner", WAITING);
    addTable(parts, KillScenario.NAME, "`kill -9` in a burst", KILL);
    addTable(parts, JournalScenario.NAME, "The journal alone", JOURNAL);
    addTable(parts, OverloadScenario.NAME, "More than can be done", OVERLOAD);
    addTable(parts, GrowthScenario.NAME, "200 orders a second in a journal that grows", GROWTH);
    return String.join("\n", parts);
  }

  private String about() {
    String facts =
        setting.entrySet().stream()
            .map(it -> it.getKey() + " " + it.getValue())
            .collect(Collectors.joining("; "));
    return "Measured by `scripts/bench.sh`: "
        + facts
        + ". Medians of the rounds; in parentheses the"
        + " least and the most of any.\n";
  }

  private void addTable(List<String> parts, String scenario, String title, List<Measure> rows) {
    if (!summary.has(scenario)) {
      return;
    }
    List<Contender> present = present(scenario);
    List<String> lines = new ArrayList<>();
    int rounds = summary.rounds(scenario);
    lines.add("### " + title + (rounds == 1 ? " (one round)" : " (" + rounds + " rounds)") + "\n");
    lines.add(row("orders", "measure", present.stream().map(Contender::label)));
    lines.add(row("---:", "---", present.stream().map(it -> "---")));
    for (int load : summary.loads(scenario)) {
      String unit = unit(scenario, load);
      rows.forEach(it -> lines.add(row(unit, it.label(), cells(scenario, load, it, present))));
    }
    parts.add(String.join("\n", lines) + "\n");
  }

  private static String unit(String scenario, int load) {
    return switch (scenario) {
      case LoadScenario.RATE -> load + "/s";
      case OverloadScenario.NAME -> load + " % of capacity";
      case GrowthScenario.NAME -> load + " in the journal";
      default -> Integer.toString(load);
    };
  }

  private List<Contender> present(String scenario) {
    return Stream.of(Contender.values()).filter(it -> summary.has(scenario, it)).toList();
  }

  private Stream<String> cells(String scenario, int load, Measure measure, List<Contender> all) {
    return all.stream()
        .map(it -> summary.figure(scenario, it, load, measure.figure()))
        .map(figure -> figure.map(Summary.Figure::text).orElse("-"));
  }

  private static String row(String first, String second, Stream<String> cells) {
    return "| " + first + " | " + second + " | " + cells.collect(Collectors.joining(" | ")) + " |";
  }

  /** Writes the plots, each into a file of its own in the folder. */
  void plot(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (summary.has(LoadScenario.RATE)) {
      Files.writeString(folder.resolve("latency.svg"), latency());
      Files.writeString(folder.resolve("processor.svg"), processor());
    }
    if (summary.has(LoadScenario.BURST)) {
      Files.writeString(folder.resolve("burst.svg"), burst());
    }
  }

  private String latency() {
    LinePlot plot = new LinePlot("Time to complete, p50 and p99", "orders/s", "ms", true);
    for (Contender it : Contender.values()) {
      plot.add(it.label() + " p50", it.colour(), false, points(it, "completeP50Millis"));
      plot.add(it.label() + " p99", it.colour(), true, points(it, "completeP99Millis"));
    }
    return plot.svg();
  }

  private String processor() {
    String title = "Processor time of server and database";
    LinePlot plot = new LinePlot(title, "orders/s", "s / 1000 orders", false);
    for (Contender it : Contender.values()) {
      plot.add(it.label(), it.colour(), false, points(it, "processorSecondsPer1000"));
    }
    return plot.svg();
  }

  private List<LinePlot.Point> points(Contender contender, String figure) {
    return summary.loads(LoadScenario.RATE).stream()
        .flatMap(
            load ->
                summary.figure(LoadScenario.RATE, contender, load, figure).stream()
                    .map(it -> new LinePlot.Point(load, it.median())))
        .toList();
  }

  private String burst() {
    int load = summary.loads(LoadScenario.BURST).getLast();
    BarPlot plot = new BarPlot(String.format(Locale.ROOT, "Orders/s, %d at once", load));
    for (Contender it : Contender.values()) {
      summary
          .figure(LoadScenario.BURST, it, load, "ordersPerSecond")
          .ifPresent(figure -> plot.add(it.label(), it.colour(), figure));
    }
    return plot.svg();
  }

  /** The document with this section in place of the one between the markers. */
  String within(String document) {
    List<String> lines = document.lines().toList();
    int begin = lines.indexOf(BEGIN);
    int end = lines.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("no " + BEGIN + " and " + END);
    }
    return Stream.of(
            IntStream.rangeClosed(0, begin).mapToObj(lines::get),
            markdown().lines(),
            IntStream.range(end, lines.size()).mapToObj(lines::get))
        .flatMap(it -> it)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
