package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** What may happen to a cluster of three while orders come in. Node 0 has the coordinators. */
enum Fault {
  KILL_ONE("kill -9 of one of three", false),
  KILL_ALL("kill -9 of all", false),
  TERMINATE_ONE("SIGTERM to one", true),
  PAUSE_SHORT("SIGSTOP of one for 5 s", false),
  PAUSE_LONG("SIGSTOP of one for 60 s", false),
  ROLLING_RESTART("rolling restart of all three", true),
  DATABASE_FROZEN("PostgreSQL frozen for 25 s", false);

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

  void hurt(Trial trial) {
    switch (this) {
      case KILL_ONE -> killOne(trial);
      case KILL_ALL -> killAll(trial);
      case TERMINATE_ONE -> terminateOne(trial);
      case PAUSE_SHORT -> pause(trial, Duration.ofSeconds(5));
      case PAUSE_LONG -> pauseLong(trial);
      case ROLLING_RESTART -> rollingRestart(trial);
      case DATABASE_FROZEN -> freezeDatabase(trial);
    }
  }

  private static void killOne(Trial trial) {
    trial.nodes().program(0).kill();
    trial.crowd().awaitArrivals(100);
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
      trial.callBack((node + 1) % trial.nodes().count());
      assertThat(trial.nodes().program(node).terminate()).isEqualTo(143);
      trial.nodes().restart(node);
      trial.nodes().awaitReady(node);
      trial.crowd().awaitArrivals(60);
    }
  }

  private static void freezeDatabase(Trial trial) {
    trial.postgres().signal("STOP");
    pass(Duration.ofSeconds(25));
    trial.postgres().signal("CONT");
    trial.crowd().awaitArrivals(100);
  }

  private static void pass(Duration length) {
    await().pollDelay(length).atMost(length.plusSeconds(10)).until(() -> true);
  }
}
