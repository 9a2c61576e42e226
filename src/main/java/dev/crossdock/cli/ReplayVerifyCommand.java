package dev.crossdock.cli;

import dev.crossdock.replay.Archive;
import dev.crossdock.replay.Report;
import dev.crossdock.replay.Verifier;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proves a whole journal. */
@Command(
    name = "verify",
    description = {
      "Reads the whole journal through this program and changes nothing: every event can be read"
          + " and fits,",
      "no number is missing, no invariant is broken, and the rows of the read side say the same.",
      "Run it with a new version, on a copy of the journal or on PostgreSQL beside the running"
          + " nodes, before",
      "an upgrade. By default the journal of crossdock dev in ./data, which must not be running."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing is wrong",
      "1:something is wrong",
      "2:wrongly typed, or there is no such journal"
    },
    mixinStandardHelpOptions = true)
final class ReplayVerifyCommand implements Callable<Integer> {
  private static final int THREADS_MAX = 64;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private JournalPlace journal = new JournalPlace();

  @Option(
      names = "--threads",
      description = "Threads, each with a connection; one a processor by default.")
  private int threads = Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private Format format = Format.TABLE;

  @Option(
      names = "--measure",
      description = "Then reads the same rows plainly, to compare how long that takes.")
  private boolean measure;

  /** How the report is written. */
  enum Format {
    TABLE,
    JSON
  }

  @Override
  public Integer call() throws Exception {
    if (threads < 1 || threads > THREADS_MAX) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--threads is 1 to " + THREADS_MAX);
    }
    Verifier verifier = new Verifier(Archive.open(journal.settings()), threads);
    Report report = verified(verifier);
    Duration plain = measure ? Waiting.forAnswer(verifier.readPlainly()) : null;
    PrintWriter out = Waiting.out(spec);
    ReportText text = new ReportText(report, plain);
    switch (format) {
      case TABLE -> text.table(out);
      case JSON -> out.println(text.json().toPrettyString());
    }
    out.flush();
    return report.isSound() ? 0 : 1;
  }

  private Report verified(Verifier verifier) throws Exception {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    try (Bars bar = Bars.of(err, "verify", " events", verifier.events())) {
      return Waiting.forAnswer(verifier.verify(bar.progress()));
    }
  }
}
