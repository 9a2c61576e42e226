package dev.crossdock.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands the orders of a file over to a running Crossdock. */
@Command(
    name = "import",
    description = {
      "Places the orders of FILE: NDJSON or CSV, of any length.",
      "Cut off, or run again: an order that was placed is not placed twice."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all orders are taken",
      "1:some were refused; see --rejected",
      "2:the file cannot be read, or there is no getting through; run it again"
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private static final String STDIN = "-";

  /** The script knows whether it is; the JDK says one thing today and another tomorrow. */
  private static final String AT_TERMINAL = "crossdock.terminal";

  private static final int REFUSED = 1;
  private static final int WENT_WRONG = 2;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "What to read; - for standard input.")
  private String file = STDIN;

  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:8080",
      description = "Where Crossdock takes orders; ${DEFAULT-VALUE} by default.")
  private String url = "";

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}; by default what the name of FILE ends with.")
  private @Nullable Format format;

  @Option(
      names = "--key-prefix",
      defaultValue = "import:",
      description =
          "Orders without an idempotency key get this and their reference; ${DEFAULT-VALUE} by"
              + " default.")
  private String keyPrefix = "";

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      description = "Where refused orders go, with why; FILE.rejected.ndjson by default.")
  private @Nullable Path rejected;

  @Option(names = "--dry-run", description = "Sends nothing; only looks whether it could be read.")
  private boolean dryRun;

  @Option(
      names = "--parallel",
      defaultValue = "4",
      description = "Requests under way at once, 64 orders each; ${DEFAULT-VALUE} by default.")
  private int parallel;

  @Option(
      names = "--attempts",
      defaultValue = "10",
      description = "Tries in a row that come to nothing; ${DEFAULT-VALUE} by default.")
  private int attemptsMax;

  @Option(
      names = "--progress",
      description = "${COMPLETION-CANDIDATES}; by default BAR at a terminal, else LINES.")
  private ImportProgress.@Nullable Form form;

  /** What a file is written in. */
  enum Format {
    NDJSON,
    CSV
  }

  @Override
  public Integer call() throws InterruptedException {
    check(keyPrefix.matches("[!-~]{1,150}"), "--key-prefix is 1 to 150 visible ASCII characters");
    check(parallel >= 1 && parallel <= 64, "--parallel is 1 to 64");
    check(attemptsMax >= 1 && attemptsMax <= 1000, "--attempts is 1 to 1000");
    check(url.matches("https?://[^/?#]+.*"), "--url begins with http:// or https://");
    try (CountedInput in = new CountedInput(open());
        ImportSource source = source(new BufferedInputStream(in, 1 << 16));
        RejectedLines refused = new RejectedLines(rejectedFile())) {
      return run(in, source, refused);
    } catch (IOException e) {
      err().println("crossdock: " + file + ": " + e.getMessage());
      return WENT_WRONG;
    }
  }

  private int run(CountedInput in, ImportSource source, RejectedLines refused)
      throws IOException, InterruptedException {
    ImportTally tally = new ImportTally();
    ImportTarget target =
        dryRun ? new CheckedHere() : new BatchTarget(url, new Retries(attemptsMax, 200));
    try (ImportProgress progress = progress(in, tally)) {
      new ImportRun(target, parallel, tally, progress).send(source, refused);
    } finally {
      Waiting.out(spec).println(dryRun ? "Would be: " + tally : tally.toString());
      Waiting.out(spec).flush();
    }
    if (tally.refused() == 0) {
      return 0;
    }
    err().println("crossdock: what was refused, and why, is in " + refused.file());
    return REFUSED;
  }

  private InputStream open() throws IOException {
    return file.equals(STDIN) ? System.in : Files.newInputStream(Path.of(file));
  }

  private ImportSource source(InputStream in) throws IOException {
    passOverMark(in);
    ImportKeys keys = new ImportKeys(keyPrefix);
    return switch (formatOf(file)) {
      case CSV -> new CsvSource(in, keys);
      case NDJSON -> new NdjsonSource(in, keys);
    };
  }

  private Format formatOf(String name) {
    if (format != null) {
      return format;
    }
    return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? Format.CSV : Format.NDJSON;
  }

  /** Spreadsheets put a byte order mark before UTF-8. */
  private static void passOverMark(InputStream in) throws IOException {
    in.mark(3);
    if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
      in.reset();
    }
  }

  private Path rejectedFile() {
    if (rejected != null) {
      return rejected;
    }
    return Path.of((file.equals(STDIN) ? "import" : file) + ".rejected.ndjson");
  }

  private ImportProgress progress(CountedInput in, ImportTally tally) throws IOException {
    ImportProgress.Form wanted =
        form != null
            ? form
            : Boolean.getBoolean(AT_TERMINAL) ? ImportProgress.Form.BAR : ImportProgress.Form.LINES;
    return switch (wanted) {
      case BAR ->
          ImportProgress.bar(
              err(), tally, in::count, file.equals(STDIN) ? -1 : Files.size(Path.of(file)));
      case LINES -> ImportProgress.lines(err(), tally);
      case NONE -> () -> {};
    };
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  private void check(boolean holds, String what) {
    if (!holds) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
    }
  }
}
