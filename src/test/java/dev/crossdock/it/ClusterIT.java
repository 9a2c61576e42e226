package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.simulator.EffectKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That a cluster loses nothing with a node, and does nothing twice. Of all that may happen to one
 * this is a short selection; {@code scripts/faults.sh} tries the rest.
 */
class ClusterIT {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterIT.class);

  /** As usual, but for how long the cluster waits until it is sure. */
  private static final String QUICK =
      """
      pekko.cluster {
        seed-node-timeout = 2s
        split-brain-resolver { stable-after = 3s, down-all-when-unstable = 4s }
        down-removal-margin = 1s
      }
      """;

  /** All nodes together; each by itself would come to twice or three times of that. */
  private static final String LIMIT =
      "crossdock.partners.notification.rate-limit { per-second = 15, burst = 1 }";

  private static final long LIMIT_AND_JITTER = 24;

  @TempDir private Path folder;

  @Test
  void ordersOutliveTheNodeThatIsKilled() {
    try (Postgres postgres = Postgres.start();
        Trial trial = Trial.start("cluster", postgres, QUICK, LIMIT, Certificate.section(folder))) {
      trial.crowd().come(20);
      trial.crowd().awaitArrivals(60);
      try (var watched = new Followers(trial.nodes().url(1), trial.crowd().newest(8))) {
        Fault.KILL_ONE.hurt(trial);
        trial.crowd().leave();
        watched.assertToldAll();
      }
      Figures figures = trial.check();
      Duties.awaitShared(trial.nodes(), List.of(1, 2));
      LOG.info("{}", figures);
      assertThat(figures.orders()).isGreaterThanOrEqualTo(160);
      assertThat(trial.mostInASecond(EffectKind.NOTIFICATION)).isBetween(10L, LIMIT_AND_JITTER);
    }
  }
}
