package dev.crossdock.bench;

import ch.qos.logback.classic.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures all contenders in turn, round by round, and writes down what came of it. */
@Command(
    name = "bench.sh",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = "Measures Crossdock against services that have a thread for every order.",
    footer = {
      "",
      "scripts/bench.sh --jmh [WORDS] runs the micro-benchmarks of the core instead;",
      "the words are those of JMH, -h among them."
    })
public final class Bench implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

  @Option(names = "--short", description = "Few orders, one round: only that everything runs.")
  private boolean brief;

  @Option(
      names = "--scenario",
      split = ",",
      description = "Of ${COMPLETION-CANDIDATES}; all unless given.")
  private List<Which> scenarios = List.of(Which.values());

  @Option(names = "--contender", split = ",", description = "Of ${COMPLETION-CANDIDATES}.")
  private List<Contender> contenders = List.of(Contender.values());

  @Option(names = "--rounds", description = "How often; figures are medians of the rounds.")
  private int rounds;

  @Option(names = "--rates", split = ",", description = "Orders a second, ascending.")
  private List<Integer> rates = List.of();

  @Option(names = "--burst", description = "Orders placed all at once.")
  private int burst;

  @Option(names = "--warm-up", description = "Orders placed before anything is measured.")
  private int warmUp;

  @Option(names = "--waiting", split = ",", description = "Orders waiting for a slow partner.")
  private List<Integer> waiting = List.of();

  @Option(names = "--grown", split = ",", description = "Orders in the journal, in thousands.")
  private List<Integer> grown = List.of();

  @Option(
      names = "--heap",
      defaultValue = "2g",
      description = "The most heap of each contender; ${DEFAULT-VALUE} unless given.")
  private String heap = "2g";

  @Option(names = "--sealed", description = "Crossdock seals names and addresses.")
  private boolean sealed;

  @Option(names = "--java-options", description = "Further options of Crossdock's JVM.")
  private String javaOptions = "";

  @Option(
      names = "--out",
      defaultValue = "target/bench",
      description = "Where raw results, logs and the report go; ${DEFAULT-VALUE} unless given.")
  private Path out = Path.of("target", "bench");

  @Option(
      names = "--publish",
      description = "Writes the report into docs/performance.md and docs/performance/ too.")
  private boolean publish;

  @Option(
      names = "--report",
      split = ",",
      description = "Measures nothing, and makes the report of these raw results.")
  private List<Path> measured = List.of();

  /** What can be measured. */
  enum Which {
    LOAD,
    WAITING,
    KILL,
    JOURNAL,
    OVERLOAD,
    GROWTH;

    Scenario scenario() {
      return switch (this) {
        case LOAD -> new LoadScenario();
        case WAITING -> new WaitingScenario();
        case KILL -> new KillScenario();
        case JOURNAL -> new JournalScenario();
        case OVERLOAD -> new OverloadScenario();
        case GROWTH -> new GrowthScenario();
      };
    }
  }

  public static void main(String[] args) {
    if (LoggerFactory.getLogger("io.zonky") instanceof ch.qos.logback.classic.Logger database) {
      database.setLevel(Level.WARN);
    }
    System.exit(
        new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(out);
    if (measured.isEmpty()) {
      Path raw = out.resolve("results.jsonl");
      measure(plan(), raw);
      report(List.of(raw));
    } else {
      report(measured);
    }
    LOG.info("raw results, logs and report are in {}", out);
    return 0;
  }

  private Plan plan() {
    Plan plan = brief ? Plan.brief() : Plan.whole();
    return new Plan(
        rounds > 0 ? rounds : plan.rounds(),
        List.copyOf(EnumSet.copyOf(contenders)),
        rates.isEmpty() ? plan.rates() : rates,
        plan.rateSeconds(),
        burst > 0 ? burst : plan.burst(),
        warmUp > 0 ? warmUp : plan.warmUp(),
        plan.killed(),
        waiting.isEmpty() ? plan.waiting() : waiting,
        plan.waitingDelay(),
        plan.events(),
        grown.isEmpty() ? plan.grown() : grown,
        plan.atMost());
  }

  /** Alternating: what slows the machine down for a while slows down everybody. */
  private void measure(Plan plan, Path raw) throws Exception {
    Launcher launcher = new Launcher(out, heap, words(javaOptions), sealed);
    try (PostgresServer postgres = PostgresServer.start()) {
      RawResults results = RawResults.begin(raw, setting(postgres));
      Surroundings around = new Surroundings(postgres, launcher, results);
      for (int round = 1; round <= plan.rounds(); round++) {
        for (Which which : EnumSet.copyOf(scenarios)) {
          for (Contender contender : plan.contenders()) {
            which.scenario().run(contender, round, plan, around);
          }
        }
      }
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private Map<String, String> setting(PostgresServer postgres) throws Exception {
    Map<String, String> setting = new TreeMap<>();
    Runtime machine = Runtime.getRuntime();
    setting.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    setting.put("cores", Integer.toString(machine.availableProcessors()));
    setting.put("memory", Machine.memoryGibibytes() + " GiB");
    setting.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    setting.put("JDK", Runtime.version().toString());
    setting.put("PostgreSQL", postgres.version() + ", fsync and synchronous_commit on");
    setting.put("heap", heap);
    if (sealed) {
      setting.put("names and addresses", "sealed");
    }
    setting.put("load average at the start", Double.toString(Machine.load()));
    return setting;
  }

  private void report(List<Path> raw) throws Exception {
    List<Result> results = new ArrayList<>();
    for (Path file : raw) {
      results.addAll(RawResults.of(file).results());
    }
    Report report = new Report(RawResults.of(raw.getFirst()).setting(), results);
    Files.writeString(out.resolve("performance.md"), report.markdown());
    report.plot(out.resolve("performance"));
    if (publish) {
      Path document = Path.of("docs", "performance.md");
      Files.writeString(document, report.within(Files.readString(document)));
      report.plot(Path.of("docs", "performance"));
    }
  }
}
