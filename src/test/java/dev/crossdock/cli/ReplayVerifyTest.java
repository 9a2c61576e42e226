package dev.crossdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossdock.journal.Vendor;
import dev.crossdock.replay.SomeJournal;
import dev.crossdock.view.Story;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person, or a script before an upgrade, is told of a journal. */
class ReplayVerifyTest {
  private final Typed typed = new Typed();
  @TempDir private Path directory;

  @Test
  void aSoundJournalEndsWithZero() throws SQLException, IOException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(Story.told(Story.id(1)));
    Path config = Typed.config(directory, journal);
    assertThat(typed.run(config, "verify", "--measure")).isZero();
    assertThat(typed.out()).contains("The journal is sound.").contains("to read them plainly");
    assertThat(typed.run(config, "verify", "--format", "json")).isZero();
    JsonNode report = new ObjectMapper().readTree(typed.out());
    assertThat(report.get("sound").asBoolean()).isTrue();
    assertThat(report.get("entities").asInt()).isEqualTo(2);
    assertThat(report.at("/faultCounts/hole").asInt()).isZero();
  }

  @Test
  void damageEndsWithOneAndIsNamed() throws SQLException, IOException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(Story.told(Story.id(1)));
    journal.database().run("DELETE FROM \"event_journal\" WHERE \"sequence_number\" = 2");
    Path config = Typed.config(directory, journal);
    assertThat(typed.run(config, "verify")).isEqualTo(1);
    assertThat(typed.out())
        .contains("hole  order|default:ord_000001  event 3  events before it are missing")
        .contains("SOMETHING IS WRONG.");
    assertThat(typed.run(config, "verify", "--format", "json")).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(typed.out()).at("/faults/0/kind").asText())
        .isEqualTo("hole");
  }

  @Test
  void aRowThatSomebodyHasChangedIsNamed() throws SQLException, IOException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(Story.told(Story.id(1)));
    journal
        .database()
        .run(
            "UPDATE \"event_journal\" SET \"event_payload\" = STRINGTOUTF8(REPLACE(UTF8TOSTRING("
                + "\"event_payload\"), 'Berlin', 'Madrid')) WHERE \"sequence_number\" = 1");
    assertThat(typed.run(Typed.config(directory, journal), "verify")).isEqualTo(1);
    assertThat(typed.out())
        .contains(
            "chain  order|default:ord_000001  event 1  its hash is not that of what is stored");
  }

  @Test
  void whatIsWronglyTypedEndsWithTwo() throws SQLException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory);
    Path config = Typed.config(directory, journal);
    assertThat(typed.run(config, "verify", "--threads", "0")).isEqualTo(2);
    assertThat(typed.run(config, "verify", "--colour")).isEqualTo(2);
    assertThat(typed.run(directory.resolve("none.conf"), "verify")).isEqualTo(2);
  }

  @Test
  void aJournalThatIsInUseIsSaidToBe() throws SQLException, IOException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory);
    Path file = directory.resolve("journal.mv.db");
    try (FileChannel held = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = held.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(typed.run(Typed.config(directory, journal), "verify")).isEqualTo(2);
      assertThat(typed.err()).contains("is in use by a node");
    }
  }
}
