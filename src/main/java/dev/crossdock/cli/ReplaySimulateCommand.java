package dev.crossdock.cli;

import dev.crossdock.flow.Flow;
import dev.crossdock.replay.Archive;
import dev.crossdock.replay.backtest.BackTest;
import dev.crossdock.replay.backtest.Comparison;
import dev.crossdock.replay.backtest.Plot;
import dev.crossdock.settings.Settings;
import dev.crossdock.settings.SettingsException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays recorded orders through another flow. */
@Command(
    name = "simulate",
    description = {
      "Plays recorded orders again, with the answers of partners and the times that these took,"
          + " through the",
      "flows of FILE, and tells what would have been different. No partner is called, nothing is"
          + " stored. What",
      "partners were never asked is assumed: yes, after as long as it took them with other orders."
          + " Limits of",
      "partners are not played. By default on the journal of crossdock dev in ./data."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:played", "1:there was nothing to play", "2:wrongly typed, or no journal"},
    mixinStandardHelpOptions = true)
final class ReplaySimulateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private JournalPlace journal = new JournalPlace();

  @Option(
      names = "--flow",
      paramLabel = "FILE",
      required = true,
      description = "A configuration; its flows are played, each for orders of the same name.")
  private @Nullable Path file;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Plays all orders through this flow of FILE, whatever theirs is called.")
  private @Nullable String name;

  @Mixin private PlacedBetween placed = new PlacedBetween();

  @Option(
      names = "--limit",
      defaultValue = "10000",
      description = "Orders at most, the oldest; ${DEFAULT-VALUE} by default.")
  private int limit;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private Format format = Format.TABLE;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Draws the times to confirmation there, as SVG.")
  private @Nullable Path picture;

  /** How it is told. */
  enum Format {
    TABLE,
    JSON
  }

  @Override
  public Integer call() throws Exception {
    if (limit < 1 || limit > BackTest.ORDERS_MAX) {
      throw new ParameterException(line(), "--limit is 1 to " + BackTest.ORDERS_MAX);
    }
    Instant from = placed.from();
    Instant to = placed.to();
    Map<String, Flow> flows = flows();
    Comparison found;
    try (Bars bar = Bars.of(line().getErr(), "simulate", " orders", -1)) {
      found =
          new BackTest(Archive.open(journal.settings()))
              .play(from, to, limit, flow -> other(flows, flow), bar.progress());
    }
    ComparisonText text = new ComparisonText(found);
    PrintWriter out = Waiting.out(spec);
    switch (format) {
      case TABLE -> text.table(out);
      case JSON -> out.println(text.json().toPrettyString());
    }
    if (picture != null) {
      Files.writeString(picture, Plot.of(text.columns()));
      line().getErr().println("The picture is in " + picture);
    }
    out.flush();
    return found.recorded().orders() == 0 ? 1 : 0;
  }

  private Optional<Flow> other(Map<String, Flow> flows, Flow flow) {
    return Optional.ofNullable(flows.get(name == null ? flow.name() : name));
  }

  /** Partners are only there so that flows are not refused for want of them. */
  private Map<String, Flow> flows() throws SettingsException {
    Map<String, Flow> flows =
        Settings.load(file, DevPartners.at("http://127.0.0.1:9"), System.getenv()).flows();
    if (name != null && !flows.containsKey(name)) {
      throw new ParameterException(line(), "--as is one of " + flows.keySet());
    }
    return flows;
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
