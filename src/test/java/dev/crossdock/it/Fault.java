package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** What may happen to a cluster of three while orders come in. Node 0 has the coordinators. */
enum Fault {
  KILL_ONE("kill -9 of one of three", false),
  KILL_TWO("kill -9 of two of three, with the lease", false),
  KILL_ALL("kill -9 of all", false),
  TERMINATE_ONE("SIGTERM to one", true),
  PAUSE_SHORT("SIGSTOP of one for 5 s", false),
  PAUSE_LONG("SIGSTOP of one for 60 s", false),
  ROLLING_RESTART("rolling restart of all three", true),
  ROLLING_UPGRADE("rolling upgrade to another version", true),
  NODE_CUT_OFF("one of three cut off from the others", false),
  DATABASE_CUT_OFF("one of three cut off from PostgreSQL for 30 s", false),
  DATABASE_LOST("one of three cut off from PostgreSQL for good", false),
  DATABASE_STOPPED("PostgreSQL stopped for 30 s", false),
  DATABASE_KILLED("kill -9 of PostgreSQL", false),
  DATABASE_FROZEN("PostgreSQL frozen for 25 s", false);

  private static final String DATABASE = "127.0.0.1";

  private final String title;
  private final boolean isPlanned;

  Fault(String title, boolean isPlanned) {
    this.title = title;
    this.isPlanned = isPlanned;
  }

  String title() {
    return title;
  }

  /** Whether whoever runs the cluster means it: then three retries are enough for everybody. */
  boolean isPlanned() {
    return isPlanned;
  }

  /** Of the configuration of all nodes. */
  String section() {
    return this == KILL_TWO
        ? "pekko.cluster.split-brain-resolver.active-strategy = lease-majority"
        : "";
  }

  void hurt(Trial trial) {
    switch (this) {
      case KILL_ONE -> killOne(trial);
      case KILL_TWO -> killTwo(trial);
      case KILL_ALL -> killAll(trial);
      case TERMINATE_ONE -> terminateOne(trial);
      case PAUSE_SHORT -> pause(trial, Duration.ofSeconds(5));
      case PAUSE_LONG -> pauseLong(trial);
      case ROLLING_RESTART -> rollingRestart(trial);
      case ROLLING_UPGRADE -> rollingUpgrade(trial);
      case NODE_CUT_OFF -> cutOff(trial);
      case DATABASE_CUT_OFF -> cutOffFromDatabase(trial);
      case DATABASE_LOST -> loseDatabase(trial);
      case DATABASE_STOPPED -> stopDatabase(trial);
      case DATABASE_KILLED -> killDatabase(trial);
      case DATABASE_FROZEN -> freezeDatabase(trial);
    }
  }

  private static void killOne(Trial trial) {
    trial.nodes().program(0).kill();
    trial.crowd().awaitArrivals(100);
  }

  /** Who is left has no majority, but the lease: it goes on alone. */
  private static void killTwo(Trial trial) {
    trial.callBack(2);
    trial.nodes().program(0).signal("KILL");
    trial.nodes().program(1).kill();
    trial.crowd().awaitArrivals(600);
    trial.crowd().leave();
    assertThat(trial.nodes().program(2).isAlive()).isTrue();
  }

  private static void killAll(Trial trial) {
    trial.nodes().killAll();
    trial.nodes().restartAll();
    trial.callBack(1);
    trial.nodes().awaitReady();
    trial.crowd().awaitArrivals(100);
  }

  private static void terminateOne(Trial trial) {
    assertThat(trial.nodes().program(0).terminate()).isEqualTo(143);
    trial.crowd().awaitArrivals(100);
  }

  private static void pause(Trial trial, Duration length) {
    trial.nodes().program(0).signal("STOP");
    pass(length);
    trial.nodes().program(0).signal("CONT");
    trial.crowd().awaitArrivals(100);
  }

  /** The others have gone on without it; so it ends, and is started again. */
  private static void pauseLong(Trial trial) {
    pause(trial, Duration.ofSeconds(60));
    assertThat(trial.nodes().program(0).exitCode()).isEqualTo(1);
    trial.nodes().restart(0);
    trial.nodes().awaitReady();
    trial.crowd().awaitArrivals(100);
  }

  private static void rollingRestart(Trial trial) {
    for (int node = 0; node < trial.nodes().count(); node++) {
      restart(trial, node);
    }
  }

  private static void restart(Trial trial, int node) {
    trial.callBack((node + 1) % trial.nodes().count());
    assertThat(trial.nodes().program(node).terminate()).isEqualTo(143);
    trial.nodes().restart(node);
    trial.nodes().awaitReady(node);
    trial.crowd().awaitArrivals(60);
  }

  /** While both versions run, one of the older ones has to be started again, as it is. */
  private static void rollingUpgrade(Trial trial) {
    Build newer = Build.newer();
    trial.nodes().change(0, newer);
    restart(trial, 0);
    restart(trial, 1);
    trial.nodes().change(1, newer);
    restart(trial, 1);
    trial.nodes().change(2, newer);
    restart(trial, 2);
  }

  /**
   * It ends, since the others go on without it. Whoever runs it starts it again while it is still
   * cut off, and then it waits: it must not become a cluster of its own.
   */
  private static void cutOff(Trial trial) {
    trial.callBack(1);
    trial.wires().cut(Nodes.host(0), Nodes.host(1));
    trial.wires().cut(Nodes.host(0), Nodes.host(2));
    assertThat(trial.nodes().program(0).exitCode()).isEqualTo(1);
    trial.nodes().restart(0);
    await("alone, and not ready")
        .during(Duration.ofSeconds(20))
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> !trial.nodes().isReady(0));
    trial.wires().mend();
    trial.nodes().awaitReady(0);
    trial.crowd().awaitArrivals(100);
  }

  private static void cutOffFromDatabase(Trial trial) {
    trial.wires().cut(Nodes.host(0), DATABASE);
    pass(Duration.ofSeconds(30));
    trial.wires().mend();
    trial.nodes().awaitReady();
    trial.crowd().awaitArrivals(100);
  }

  /** The others send it away; started again it can do nothing, and says so, until it is mended. */
  private static void loseDatabase(Trial trial) {
    trial.callBack(1);
    trial.wires().cut(Nodes.host(0), DATABASE);
    assertThat(trial.nodes().program(0).exitCode()).isEqualTo(1);
    trial.crowd().awaitArrivals(100);
    trial.wires().mend();
    trial.nodes().restart(0);
    trial.nodes().awaitReady(0);
    trial.crowd().awaitArrivals(100);
  }

  private static void stopDatabase(Trial trial) {
    trial.postgres().stop();
    pass(Duration.ofSeconds(30));
    trial.postgres().startAgain();
    trial.crowd().awaitArrivals(100);
  }

  private static void killDatabase(Trial trial) {
    trial.postgres().kill();
    pass(Duration.ofSeconds(2));
    trial.postgres().startAgain();
    trial.crowd().awaitArrivals(100);
  }

  private static void freezeDatabase(Trial trial) {
    trial.postgres().signal("STOP");
    pass(Duration.ofSeconds(25));
    trial.postgres().signal("CONT");
    trial.crowd().awaitArrivals(100);
  }

  static void pass(Duration length) {
    await().pollDelay(length).atMost(length.plusSeconds(10)).until(() -> true);
  }
}
