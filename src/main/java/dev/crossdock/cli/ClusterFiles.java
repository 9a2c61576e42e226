package dev.crossdock.cli;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the configuration of each node of a cluster on this machine.
 *
 * @param journalUrl of PostgreSQL
 * @param partners settings by path
 */
record ClusterFiles(String journalUrl, String journalUser, Map<String, Object> partners) {
  private static final int SEEDS_MAX = 3;

  /** Its password may be in the environment, and is written down nowhere. */
  private static final String PASSWORD =
      "crossdock.journal.password = ${?CROSSDOCK_JOURNAL_PASSWORD}\n";

  void write(Path home, List<LocalNode> nodes) throws IOException {
    List<String> seeds = nodes.stream().limit(SEEDS_MAX).map(LocalNode::seed).toList();
    for (LocalNode node : nodes) {
      String text =
          ConfigFactory.parseMap(settings(node, seeds))
              .root()
              .render(ConfigRenderOptions.defaults().setOriginComments(false).setJson(false));
      Files.writeString(LocalCluster.config(home, node), text + PASSWORD);
    }
  }

  private Map<String, Object> settings(LocalNode node, List<String> seeds) {
    Map<String, Object> settings = new HashMap<>(partners);
    settings.put("crossdock.http.host", node.host());
    settings.put("crossdock.http.port", node.httpPort());
    settings.put("crossdock.cluster.host", node.host());
    settings.put("crossdock.cluster.port", node.clusterPort());
    settings.put("crossdock.cluster.seeds", seeds);
    settings.put("crossdock.journal.url", journalUrl);
    settings.put("crossdock.journal.user", journalUser);
    settings.put("crossdock.webhooks.https-only", false);
    settings.put("crossdock.webhooks.allowed-networks", List.of("127.0.0.0/8", "::1/128"));
    return settings;
  }
}
