package dev.crossdock.it;

import dev.crossdock.simulator.FaultRule;
import dev.crossdock.simulator.Latency;
import dev.crossdock.simulator.Ledger;
import dev.crossdock.simulator.Pace;
import dev.crossdock.simulator.Simulator;
import dev.crossdock.simulator.SimulatorSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The simulator inside of the test: its ledger is the oracle. */
final class PretendPartners implements AutoCloseable {
  private static final String SECRET =
      "whsec_"
          + Base64.getEncoder()
              .encodeToString(
                  "a secret of the whole-system tests".getBytes(StandardCharsets.UTF_8));
  private static final List<String> NAMES =
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

  private final Simulator simulator;

  private PretendPartners(Simulator simulator) {
    this.simulator = simulator;
  }

  static PretendPartners start(Latency latency, Pace pace, List<FaultRule> faults) {
    SimulatorSettings settings =
        SimulatorSettings.defaults()
            .withCallbacks(null, SECRET)
            .withSpeed(latency, pace)
            .withFaults(1, faults);
    return new PretendPartners(
        Simulator.startAlone(settings, Clock.systemUTC())
            .toCompletableFuture()
            .orTimeout(20, TimeUnit.SECONDS)
            .join());
  }

  /** The section {@code partners} of a configuration. */
  String settings() {
    Stream<String> partners =
        NAMES.stream()
            .map(
                name ->
                    ("crossdock.partners.%s { kind = %s, base-url = \"%s\","
                            + " callback-secret = \"%s\" }")
                        .formatted(
                            name,
                            name.startsWith("carrier") ? "carrier" : name,
                            simulator.baseUrl(name),
                            SECRET));
    return partners.collect(Collectors.joining("\n"));
  }

  void callBack(String url) {
    simulator.sendCallbacksTo(url);
  }

  void goWrong(List<FaultRule> faults) {
    simulator.setFaults(faults);
  }

  Ledger ledger() {
    return simulator.ledger();
  }

  @Override
  public void close() {
    simulator.stop().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
