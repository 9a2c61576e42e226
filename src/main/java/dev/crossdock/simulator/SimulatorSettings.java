package dev.crossdock.simulator;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the simulator runs.
 *
 * @param port 0 for any that is free
 * @param callbackBaseUrl where Crossdock is, such as {@code http://host:port}; no callbacks without
 * @param callbackSecret {@code whsec_} and Base64, as the Standard Webhooks specification has it;
 *     needed where there is a callbackBaseUrl
 * @param stateFile where effects are kept over a restart; nowhere when absent
 * @param latency of every call
 * @param pace of what happens by itself
 * @param seed of jitter and random faults
 * @param faults switched on from the start
 */
public record SimulatorSettings(
    String host,
    int port,
    @Nullable String callbackBaseUrl,
    @Nullable String callbackSecret,
    @Nullable Path stateFile,
    Latency latency,
    Pace pace,
    long seed,
    List<FaultRule> faults) {

  /** Checks what can be checked without starting. */
  public SimulatorSettings {
    if (callbackBaseUrl != null && callbackSecret == null) {
      throw new IllegalArgumentException("callbackBaseUrl needs a callbackSecret");
    }
    faults = List.copyOf(faults);
  }

  /** On any free port of loopback, a life-like pace, no callbacks, no state file, no faults. */
  public static SimulatorSettings defaults() {
    return new SimulatorSettings(
        "127.0.0.1",
        0,
        null,
        null,
        null,
        new Latency(80, 40),
        Pace.ofMillis(1500, 2000, 1500),
        1,
        List.of());
  }

  /** The same at that address. */
  public SimulatorSettings at(String otherHost, int otherPort) {
    return new SimulatorSettings(
        otherHost,
        otherPort,
        callbackBaseUrl,
        callbackSecret,
        stateFile,
        latency,
        pace,
        seed,
        faults);
  }

  /** The same with callbacks to there (nowhere yet when absent), signed with that secret. */
  public SimulatorSettings withCallbacks(@Nullable String baseUrl, String secret) {
    return new SimulatorSettings(
        host, port, baseUrl, secret, stateFile, latency, pace, seed, faults);
  }

  /** The same with that state file. */
  public SimulatorSettings withStateFile(Path file) {
    return new SimulatorSettings(
        host, port, callbackBaseUrl, callbackSecret, file, latency, pace, seed, faults);
  }

  /** The same with that latency and that pace. */
  public SimulatorSettings withSpeed(Latency otherLatency, Pace otherPace) {
    return new SimulatorSettings(
        host,
        port,
        callbackBaseUrl,
        callbackSecret,
        stateFile,
        otherLatency,
        otherPace,
        seed,
        faults);
  }

  /** The same with those faults switched on from the start, and that seed. */
  public SimulatorSettings withFaults(long otherSeed, List<FaultRule> rules) {
    return new SimulatorSettings(
        host, port, callbackBaseUrl, callbackSecret, stateFile, latency, pace, otherSeed, rules);
  }
}
