package dev.crossdock.cli;

import dev.crossdock.replay.Archive;
import dev.crossdock.replay.Exporter;
import dev.crossdock.replay.Selection;
import dev.crossdock.replay.Verifier;
import dev.crossdock.trade.OrderId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a journal to a file. */
@Command(
    name = "export",
    description = {
      "Writes the journal to FILE as NDJSON, or of it one order, or the orders placed in a time,"
          + " each with",
      "its shipments and with the claims by which callbacks find them. By default the journal of"
          + " crossdock",
      "dev in ./data."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:written", "1:it went wrong", "2:wrongly typed, or no such journal"},
    mixinStandardHelpOptions = true)
final class ReplayExportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private JournalPlace journal = new JournalPlace();

  @Parameters(paramLabel = "FILE", description = "Where to; what is there is overwritten.")
  private Path file = Path.of("");

  @Option(names = "--order", paramLabel = "ID", description = "Only this one.")
  private @Nullable String order;

  @Option(
      names = "--merchant",
      defaultValue = "default",
      description = "Whose order; ${DEFAULT-VALUE} by default.")
  private String merchant = "";

  @Option(
      names = "--keys",
      description = {
        "With the keys that personal data is sealed with, each wrapped with the master key: needed"
            + " to import it.",
        "Erase customers there too who are erased here later."
      })
  private boolean withKeys;

  @Mixin private PlacedBetween placed = new PlacedBetween();

  @Override
  public Integer call() throws Exception {
    Selection part = part();
    Archive archive = Archive.open(journal.settings());
    long all = part instanceof Selection.All ? new Verifier(archive, 1).events() : -1;
    PrintWriter err = line().getErr();
    long written;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        Bars bar = Bars.of(err, "export", " events", all)) {
      written = new Exporter(archive, out, withKeys, bar.progress()).export(part);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    if (part instanceof Selection.One one && written == 0) {
      throw new IOException("no order of " + merchant + " has the id " + one.id());
    }
    Waiting.out(spec).println(written + " events are in " + file);
    Waiting.out(spec).flush();
    return 0;
  }

  private Selection part() {
    if (order != null) {
      if (placed.isTold() || !order.matches("ord_[a-z0-9]{1,40}")) {
        throw new ParameterException(line(), "--order is the id of an order, and stands alone");
      }
      return new Selection.One(new OrderId(merchant, order));
    }
    return !placed.isTold()
        ? new Selection.All()
        : new Selection.Placed(placed.from(), placed.to());
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
