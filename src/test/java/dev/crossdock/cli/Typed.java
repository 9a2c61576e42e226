package dev.crossdock.cli;

import dev.crossdock.journal.Database;
import dev.crossdock.replay.SomeJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Types commands of {@code replay}, and keeps what the last one said. */
final class Typed {
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  /** A configuration that names the journal. */
  static Path config(Path directory, SomeJournal journal) {
    Database database = journal.database();
    String text =
        "crossdock.journal { url = \"%s\", user = \"%s\", password = \"%s\" }\n"
            .formatted(database.url(), database.user(), database.password());
    try {
      return Files.writeString(directory.resolve(database.vendor() + ".conf"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The exit code. */
  int run(Path config, String command, String... words) {
    List<String> all = new ArrayList<>(List.of("replay", command, "--config", config.toString()));
    all.addAll(List.of(words));
    out = new StringWriter();
    err = new StringWriter();
    Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    CommandLine line =
        CommandLineInterface.line(
            settings -> {
              throw new IllegalStateException("nothing is to be started");
            },
            clock);
    return line.setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all.toArray(String[]::new));
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
