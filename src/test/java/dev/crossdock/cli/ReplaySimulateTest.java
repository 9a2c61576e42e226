package dev.crossdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossdock.journal.Vendor;
import dev.crossdock.replay.SomeJournal;
import dev.crossdock.view.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person tries another flow on the orders of yesterday. */
class ReplaySimulateTest {
  private final Typed typed = new Typed();
  @TempDir private Path directory;
  private Path config = Path.of("none");
  private Path flow = Path.of("none");

  @BeforeEach
  void journal() throws SQLException, IOException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory);
    config = Typed.config(directory, journal.with(Story.told(Story.id(1))));
    flow =
        Files.writeString(
            directory.resolve("flow.conf"),
            "crossdock.flows.parcel { version = 7, steps.authorize-payment.needs = [] }\n");
  }

  @Test
  void theOtherFlowIsToldAsATableAndDrawn() throws Exception {
    Path picture = directory.resolve("times.svg");
    assertThat(run("--flow", flow.toString(), "--picture", picture.toString())).isZero();
    assertThat(typed.out())
        .contains("recorded", "replayed", "other flow")
        .containsPattern("confirmed +1 +1 +1")
        .contains("to confirmation, p50 ms");
    var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(3);
  }

  @Test
  void theSameIsToldAsJson() throws IOException {
    assertThat(run("--flow", flow.toString(), "--format", "json")).isZero();
    JsonNode json = new ObjectMapper().readTree(typed.out());
    long replayed = json.at("/replayed/toConfirmationMillis/p50").asLong();
    assertThat(json.at("/recorded/toConfirmationMillis/p50").asLong()).isEqualTo(replayed);
    assertThat(json.at("/otherFlow/toConfirmationMillis/p50").asLong()).isLessThan(replayed);
  }

  @Test
  void whatIsWronglyTypedEndsWithTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--flow", directory.resolve("gone.conf").toString())).isEqualTo(2);
    assertThat(run("--flow", flow.toString(), "--as", "nothing")).isEqualTo(2);
    assertThat(run("--flow", flow.toString(), "--since", "monday")).isEqualTo(2);
    assertThat(run("--flow", flow.toString(), "--limit", "0")).isEqualTo(2);
    assertThat(run("--flow", flow.toString(), "--since", "2999-01-01T00:00:00Z")).isEqualTo(1);
  }

  private int run(String... words) {
    return typed.run(config, "simulate", words);
  }
}
