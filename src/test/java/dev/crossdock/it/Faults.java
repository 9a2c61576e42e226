package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries what may happen to a cluster under load, one thing after the other, and reports. */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final int PER_SECOND = Integer.getInteger("crossdock.faults.per-second", 20);
  private static final int LOOKED_AT = 12;
  private static final String HEAD =
      """
      | what happened | orders | requests for one, at most | beyond three retries | \
      longest until promised, s | worst 10 s, p99, s | longest that an order did not answer, s | \
      verdict |
      | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  private Faults() {}

  /** Ends with 1 when a promise was broken. Words: names of faults; none: all of them. */
  public static void main(String[] words) throws IOException {
    List<Fault> faults =
        words.length == 0
            ? List.of(Fault.values())
            : Arrays.stream(words).map(Faults::named).toList();
    Path report = Program.HOME.resolve("faults.md");
    Files.createDirectories(Program.HOME);
    Files.writeString(report, HEAD);
    boolean allWell = true;
    for (Fault fault : faults) {
      String row = tried(fault);
      LOG.info("{}", row);
      Files.writeString(report, row + "\n", StandardOpenOption.APPEND);
      allWell &= row.endsWith("held |");
    }
    LOG.info("the report is {}", report);
    System.exit(allWell ? 0 : 1);
  }

  private static Fault named(String word) {
    return Fault.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static String tried(Fault fault) {
    String name = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    try (Postgres postgres = Postgres.start();
        Trial trial = Trial.start(name, postgres, fault.section())) {
      trial.crowd().come(PER_SECOND);
      trial.crowd().awaitArrivals(5 * PER_SECOND);
      double unseen = hurt(fault, trial);
      Figures figures = trial.check();
      if (fault.isPlanned()) {
        assertThat(figures.beyondRetries()).as("three retries are enough").isZero();
      }
      return row(fault, figures, unseen);
    } catch (AssertionError | RuntimeException broken) {
      LOG.error("{}", fault.title(), broken);
      String what = String.valueOf(broken.getMessage()).strip().lines().findFirst().orElse("");
      return "| " + fault.title() + " | | | | | | | BROKEN: " + what + " |";
    }
  }

  /** Until everybody has what they came for; gives how long some order did not answer, in s. */
  private static double hurt(Fault fault, Trial trial) {
    try (Lookers lookers = new Lookers(trial.nodes(), trial.crowd().oldest(LOOKED_AT))) {
      fault.hurt(trial);
      trial.crowd().leave();
      return seconds(lookers.longestMillis());
    }
  }

  private static String row(Fault fault, Figures figures, double unseen) {
    return "| %s | %d | %d | %d | %.1f | %.1f | %.1f | held |"
        .formatted(
            fault.title(),
            figures.orders(),
            figures.triesMax(),
            figures.beyondRetries(),
            seconds(figures.longestMillis()),
            seconds(figures.worstP99Millis()),
            unseen);
  }

  private static double seconds(long millis) {
    return Duration.ofMillis(millis).toMillis() / 1000.0;
  }
}
