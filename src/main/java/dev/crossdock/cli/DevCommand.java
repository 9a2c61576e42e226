package dev.crossdock.cli;

import dev.crossdock.settings.Settings;
import dev.crossdock.simulator.Simulator;
import dev.crossdock.simulator.SimulatorSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole thing on embedded parts, with pretend partners. */
@Command(
    name = "dev",
    description = "Runs Crossdock on a database in a file, with pretend partners.",
    mixinStandardHelpOptions = true)
final class DevCommand implements Callable<Integer> {
  private final Starter starter;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Where everything is kept; ./${DEFAULT-VALUE} by default.")
  private Path data = Path.of("data");

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Where orders are taken; 0 for any that is free, ${DEFAULT-VALUE} by default.")
  private int port;

  @Option(
      names = "--simulator-port",
      defaultValue = "9090",
      description = "Where the partners are; 0 for any, ${DEFAULT-VALUE} by default.")
  private int simulatorPort;

  DevCommand(Starter starter, Clock clock) {
    this.starter = starter;
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    Path home = data.toAbsolutePath().normalize();
    Files.createDirectories(home);
    Simulator simulator = Waiting.forStart(Simulator.startAlone(partners(home), clock));
    Map<String, Object> told =
        new HashMap<>(DevPartners.at("http://127.0.0.1:" + simulator.port()));
    told.put("crossdock.journal.url", "jdbc:h2:file:" + home.resolve("journal"));
    told.putAll(DevMaster.made(home));
    told.put("crossdock.http.port", port);
    told.put("crossdock.webhooks.https-only", false);
    told.put("crossdock.webhooks.allowed-networks", List.of("127.0.0.0/8", "::1/128"));
    Running running = Waiting.forStart(starter.start(Settings.load(null, told, System.getenv())));
    simulator.sendCallbacksTo(running.url());
    welcome(Waiting.out(spec), running, simulator, home);
    int code = Waiting.untilStopped(running);
    Waiting.forStart(simulator.stop());
    return code;
  }

  private SimulatorSettings partners(Path home) {
    return SimulatorSettings.defaults()
        .at("127.0.0.1", simulatorPort)
        .withCallbacks(null, DevPartners.SECRET)
        .withStateFile(home.resolve("simulator.ndjson"));
  }

  private static void welcome(PrintWriter out, Running running, Simulator simulator, Path home) {
    String url = running.url();
    out.println("Crossdock takes orders at " + url + ", and keeps them in " + home);
    out.println("  API                " + url + "/openapi.yaml");
    out.println("  supervision tree   " + url + "/v1/system/supervision");
    out.println("  pretend partners   http://127.0.0.1:" + simulator.port() + "/<partner>");
    out.println("  what they hold     http://127.0.0.1:" + simulator.port() + "/_control/ledger");
    out.println();
    out.println("Place an order (or: scripts/crossdock demo):");
    out.println();
    out.println(SampleOrder.curl(url));
    out.println();
    out.println("Ctrl-C stops it; started again, it goes on with the orders it had.");
    out.flush();
  }
}
