package dev.crossdock.cli;

import dev.crossdock.simulator.Latency;
import dev.crossdock.simulator.Pace;
import dev.crossdock.simulator.Simulator;
import dev.crossdock.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the pretend partners alone. */
@Command(
    name = "simulator",
    description = "Runs pretend partners of all eight kinds, two carriers among them.",
    mixinStandardHelpOptions = true)
final class SimulatorCommand implements Callable<Integer> {
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen at; ${DEFAULT-VALUE} by default.")
  private String host = "";

  @Option(
      names = "--port",
      defaultValue = "9090",
      description = "Port to listen at; 0 for any that is free, ${DEFAULT-VALUE} by default.")
  private int port;

  @Option(
      names = "--callbacks",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "Where Crossdock takes callbacks; ${DEFAULT-VALUE} by default.")
  private String callbacks = "";

  @Option(
      names = "--secret",
      paramLabel = "whsec_…",
      description = "Signs the callbacks; by default the one of config/partners-simulator.conf.")
  private @Nullable String secret;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Keeps what was acquired over a restart; by default nothing is kept.")
  private @Nullable Path state;

  @Option(
      names = "--latency",
      paramLabel = "MILLIS",
      defaultValue = "80",
      description = "How long an answer takes, and half of it more or less.")
  private long latencyMillis;

  @Option(
      names = "--pace",
      paramLabel = "MILLIS",
      defaultValue = "1500",
      description = "Between two steps of the warehouse, and of a parcel on its way.")
  private long paceMillis;

  SimulatorCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    SimulatorSettings settings =
        SimulatorSettings.defaults()
            .at(host, port)
            .withCallbacks(callbacks, secret == null ? DevPartners.SECRET : secret)
            .withSpeed(
                new Latency(latencyMillis, latencyMillis / 2),
                Pace.ofMillis(paceMillis, paceMillis, paceMillis));
    Simulator simulator =
        Waiting.forStart(
            Simulator.startAlone(state == null ? settings : settings.withStateFile(state), clock));
    Waiting.out(spec)
        .println("Pretend partners at http://" + host + ":" + simulator.port() + "/<partner>");
    Waiting.out(spec).flush();
    new CountDownLatch(1).await();
    return 0;
  }
}
