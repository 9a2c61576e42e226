package dev.crossdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import dev.crossdock.replay.SomeJournal;
import dev.crossdock.view.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person takes a journal elsewhere by two commands. */
class ReplayMoveTest {
  private final Typed typed = new Typed();
  @TempDir private Path directory;

  @Test
  void whatIsExportedIsImportedOnceAndVerified() throws SQLException, IOException {
    SomeJournal here = SomeJournal.empty(Vendor.H2, directory.resolve("here"));
    here.with(Story.told(Story.id(1)), Story.told(Story.id(2)));
    SomeJournal there = new SomeJournal(Database.empty(Vendor.H2, directory.resolve("there")));
    Files.createDirectories(directory.resolve("a"));
    Files.createDirectories(directory.resolve("b"));
    Path from = Typed.config(directory.resolve("a"), here);
    Path to = Typed.config(directory.resolve("b"), there);
    String file = directory.resolve("all.ndjson").toString();
    Files.writeString(directory.resolve("bad.ndjson"), "x\n");
    assertThat(typed.run(to, "import", directory.resolve("bad.ndjson").toString())).isEqualTo(1);
    assertThat(typed.err()).contains("bad.ndjson: line 1: it is no JSON");
    assertThat(typed.run(from, "export", file)).isZero();
    assertThat(typed.out()).matches("[0-9]+ events are in .*all.ndjson\n");
    assertThat(typed.run(to, "import", file)).isZero();
    assertThat(typed.run(to, "verify")).isZero();
    assertThat(typed.run(to, "import", file)).isEqualTo(2);
    assertThat(typed.err()).contains("is not empty");
    assertThat(typed.run(from, "export", file, "--order", "ord_none")).isEqualTo(1);
    assertThat(typed.run(from, "export", file, "--since", "soon")).isEqualTo(2);
  }
}
