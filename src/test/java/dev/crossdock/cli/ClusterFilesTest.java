package dev.crossdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That nodes on one machine are told what they need, and the examples too. */
class ClusterFilesTest {
  private static final String JOURNAL = "jdbc:postgresql://127.0.0.1:5432/x";

  @TempDir private Path folder;

  @Test
  void nodesHaveOneListOfSeedsAndPlacesOfTheirOwn() throws Exception {
    List<LocalNode> nodes = LocalNode.plan(4, 18_080, 17_355);
    assertThat(nodes).extracting(LocalNode::url).doesNotHaveDuplicates();
    assertThat(nodes).extracting(LocalNode::seed).doesNotHaveDuplicates();
    new ClusterFiles(JOURNAL, "postgres", DevPartners.at("http://127.0.0.1:9090"))
        .write(folder, nodes);
    for (LocalNode node : nodes) {
      Settings settings =
          Settings.load(
              LocalCluster.config(folder, node),
              Map.of(),
              Map.of("CROSSDOCK_JOURNAL_PASSWORD", "guess"));
      assertThat(settings.http().port()).isEqualTo(node.httpPort());
      assertThat(settings.cluster().host()).isEqualTo(node.host());
      assertThat(settings.cluster().seeds())
          .isEqualTo(nodes.stream().limit(3).map(LocalNode::seed).toList());
      assertThat(settings.journal().url()).startsWith(JOURNAL);
      assertThat(settings.journal().password().value()).isEqualTo("guess");
    }
  }

  @Test
  void anyFreePortIsFound() {
    assertThat(LocalNode.plan(2, 0, 0))
        .allSatisfy(node -> assertThat(node.httpPort()).isPositive())
        .extracting(LocalNode::seed)
        .doesNotHaveDuplicates();
  }

  @Test
  void theExamplesAreOneCluster() throws Exception {
    for (int number = 1; number <= 3; number++) {
      Settings settings =
          Settings.load(Path.of("config/cluster/node-" + number + ".conf"), Map.of(), Map.of());
      assertThat(settings.cluster().seeds())
          .hasSize(3)
          .contains(settings.cluster().host() + ":" + settings.cluster().port());
      assertThat(settings.http().host()).isEqualTo("127.0.0." + number);
    }
  }
}
