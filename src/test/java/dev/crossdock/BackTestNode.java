package dev.crossdock;

import dev.crossdock.cli.Running;
import dev.crossdock.settings.Settings;
import dev.crossdock.settings.SettingsException;
import dev.crossdock.simulator.FaultRule;
import dev.crossdock.simulator.Latency;
import dev.crossdock.simulator.Pace;
import dev.crossdock.simulator.Simulator;
import dev.crossdock.simulator.SimulatorSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A node on H2 with the simulator as its partners, whose calls take 40 to 160 ms. */
final class BackTestNode implements AutoCloseable {
  private static final List<String> PARTNERS =
      List.of(
          "address",
          "customer",
          "fraud",
          "inventory",
          "payment",
          "carrier-a",
          "carrier-b",
          "warehouse",
          "notification");
  private static final String SECRET =
      "whsec_"
          + Base64.getEncoder()
              .encodeToString("a secret of the back-test only".getBytes(StandardCharsets.UTF_8));

  private final Clock clock = Clock.systemUTC();
  private final Simulator simulator;
  private final Running node;

  private BackTestNode(Simulator simulator, Running node) {
    this.simulator = simulator;
    this.node = node;
  }

  static BackTestNode start(Path folder) {
    SimulatorSettings settings =
        SimulatorSettings.defaults()
            .withCallbacks(null, SECRET)
            .withSpeed(new Latency(100, 60), Pace.ofMillis(700, 800, 500));
    Simulator simulator = answered(Simulator.startAlone(settings, Clock.systemUTC()));
    Map<String, Object> told = new HashMap<>();
    told.put("crossdock.http.port", 0);
    told.put("crossdock.journal.url", "jdbc:h2:file:" + folder.resolve("journal"));
    for (String name : PARTNERS) {
      String path = "crossdock.partners." + name + ".";
      told.put(path + "kind", name.startsWith("carrier") ? "carrier" : name);
      told.put(path + "base-url", simulator.baseUrl(name));
      told.put(path + "callback-secret", SECRET);
    }
    try {
      Settings own = Settings.load(null, told, Map.of());
      Running node = answered(Wiring.start(own, Clock.systemUTC()));
      simulator.sendCallbacksTo(node.url());
      return new BackTestNode(simulator, node);
    } catch (SettingsException e) {
      throw new IllegalStateException(e);
    }
  }

  String url() {
    return node.url();
  }

  Instant now() {
    return clock.instant();
  }

  void goWrong(List<FaultRule> faults) {
    simulator.setFaults(faults);
  }

  void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static <T> T answered(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    node.stop();
    answered(node.stopped());
    answered(simulator.stop());
  }
}
