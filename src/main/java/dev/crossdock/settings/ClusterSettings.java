package dev.crossdock.settings;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a node finds the others.
 *
 * @param port 0 for any that is free
 * @param seeds {@code host:port} of nodes to join; none: the node forms its own cluster
 * @param drain between saying that it is not ready any more and taking no more requests
 * @param tls how nodes prove who they are, and keep to themselves what they say; absent: neither
 */
public record ClusterSettings(
    String host, int port, List<String> seeds, Duration drain, @Nullable TlsSettings tls) {
  private static final Duration DRAIN_MAX = Duration.ofMinutes(5);
  private static final Pattern SEED = Pattern.compile("[^\\s:]+:[0-9]{1,5}");

  public ClusterSettings {
    seeds = List.copyOf(seeds);
  }

  static ClusterSettings from(Section cluster) {
    ClusterSettings settings =
        new ClusterSettings(
            Texts.host(cluster, "host"),
            cluster.whole("port", 0, 65_535),
            cluster.texts("seeds"),
            cluster.duration("drain", Duration.ZERO, DRAIN_MAX),
            TlsSettings.from(cluster.section("tls")));
    settings.seeds.stream()
        .filter(seed -> !SEED.matcher(seed).matches())
        .forEach(seed -> cluster.fault("seeds", "\"" + seed + "\" is not host:port"));
    if (!settings.seeds.isEmpty() && settings.port == 0) {
      cluster.fault("port", "a node that has seeds needs a port of its own that stays");
    }
    cluster.done();
    return settings;
  }
}
