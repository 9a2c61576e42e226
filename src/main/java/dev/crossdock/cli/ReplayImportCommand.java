package dev.crossdock.cli;

import dev.crossdock.replay.BadLine;
import dev.crossdock.replay.Importer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills an empty store from a file. */
@Command(
    name = "import",
    description = {
      "Reads a journal that was exported into an empty store, of H2 or of PostgreSQL whichever it"
          + " came from:",
      "all of it or no event. The tables are made if they are not there; the read side is filled by"
          + " the first",
      "node that runs on it. By default into ./data, where crossdock dev looks for it."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all is there",
      "1:the file is not whole, or something went wrong; no event was stored",
      "2:wrongly typed, the store is not empty, or cannot be had"
    },
    mixinStandardHelpOptions = true)
final class ReplayImportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private JournalPlace journal = new JournalPlace();

  @Parameters(paramLabel = "FILE", description = "What was exported.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    long stored;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        Bars bar = Bars.of(err, "import", " events", -1)) {
      stored = new Importer(journal.settings(), bar.progress()).load(in);
    } catch (IOException | BadLine e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    Waiting.out(spec).println(stored + " events are stored");
    Waiting.out(spec).flush();
    return 0;
  }
}
