package dev.crossdock.cli;

import dev.crossdock.settings.SettingsException;
import dev.crossdock.simulator.Simulator;
import dev.crossdock.simulator.SimulatorSettings;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a cluster on this machine: its nodes as processes, PostgreSQL, pretend partners. */
@Command(
    name = "cluster",
    description = "Runs several nodes on this machine, with PostgreSQL and pretend partners.",
    mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {
  private static final int NODES_MAX = 9;

  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--nodes",
      defaultValue = "3",
      description = "1 to 9; ${DEFAULT-VALUE} by default.")
  private int nodes;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/cluster",
      description = "Where everything is kept; ./${DEFAULT-VALUE} by default.")
  private Path data = Path.of("data");

  @Option(
      names = "--journal",
      paramLabel = "URL",
      description =
          "A PostgreSQL of yours, jdbc:postgresql://…; its password is taken from the environment,"
              + " CROSSDOCK_JOURNAL_PASSWORD. By default the embedded one.")
  private @Nullable String journal;

  @Option(
      names = "--journal-user",
      defaultValue = "crossdock",
      description = "With --journal; ${DEFAULT-VALUE} by default.")
  private String journalUser = "";

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Where nodes take orders; 0 for any that is free, ${DEFAULT-VALUE} by default.")
  private int port;

  @Option(
      names = "--cluster-port",
      defaultValue = "17355",
      description = "Where nodes meet; 0 for any that is free, ${DEFAULT-VALUE} by default.")
  private int clusterPort;

  @Option(
      names = "--simulator-port",
      defaultValue = "9090",
      description = "Where the partners are; 0 for any, ${DEFAULT-VALUE} by default.")
  private int simulatorPort;

  ClusterCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    if (nodes < 1 || nodes > NODES_MAX) {
      throw new SettingsException(List.of("--nodes: " + nodes + " is not between 1 and 9"));
    }
    if (journal == null && !EmbeddedDatabase.isThere()) {
      throw new SettingsException(
          List.of("this build has no PostgreSQL of its own; give one with --journal"));
    }
    Path home = data.toAbsolutePath().normalize();
    Files.createDirectories(home);
    Simulator simulator = Waiting.forStart(Simulator.startAlone(partners(home), clock));
    List<LocalNode> planned = LocalNode.plan(nodes, port, clusterPort);
    PrintWriter out = Waiting.out(spec);
    LocalCluster cluster = new LocalCluster(planned, home, simulator::sendCallbacksTo, out);
    ClusterFiles files = files(home, cluster, "http://127.0.0.1:" + simulator.port());
    files.write(home, planned);
    out.println("Starting " + nodes + " nodes …");
    out.flush();
    cluster.start();
    welcome(out, planned, simulator, home);
    restartAtEnter(cluster, out);
    new CountDownLatch(1).await();
    return 0;
  }

  /** However the program ends from here on, nodes and database end before it. */
  private ClusterFiles files(Path home, LocalCluster cluster, String partnersUrl)
      throws IOException {
    var partners = DevPartners.at(partnersUrl);
    if (journal != null) {
      atTheEnd(cluster, () -> {});
      return new ClusterFiles(journal, journalUser, partners);
    }
    EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgresql"));
    atTheEnd(cluster, database);
    return new ClusterFiles(database.url(), EmbeddedDatabase.USER, partners);
  }

  /** The nodes first: they write to the database until they have stopped. */
  private static void atTheEnd(LocalCluster cluster, Closeable database) {
    Runnable stop =
        () -> {
          cluster.close();
          try {
            database.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
  }

  private SimulatorSettings partners(Path home) {
    return SimulatorSettings.defaults()
        .at("127.0.0.1", simulatorPort)
        .withCallbacks(null, DevPartners.SECRET)
        .withStateFile(home.resolve("simulator.ndjson"));
  }

  private static void restartAtEnter(LocalCluster cluster, PrintWriter out)
      throws IOException, InterruptedException {
    var typed = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    while (typed.readLine() != null) {
      cluster.start();
      out.println("All nodes run.");
      out.flush();
    }
  }

  private static void welcome(
      PrintWriter out, List<LocalNode> nodes, Simulator simulator, Path home) {
    String urls = nodes.stream().map(LocalNode::url).collect(Collectors.joining(", "));
    String first = nodes.getFirst().url();
    out.println("Crossdock takes orders at " + urls);
    out.println("  everything is in   " + home);
    out.println("  supervision tree   " + first + "/v1/system/supervision");
    out.println("  pretend partners   http://127.0.0.1:" + simulator.port() + "/<partner>");
    out.println("  what they hold     http://127.0.0.1:" + simulator.port() + "/_control/ledger");
    out.println();
    out.println("Place an order at one and follow it at another:");
    out.println();
    out.println("  scripts/crossdock demo --url " + first + " --follow " + nodes.getLast().url());
    out.println();
    out.println("kill -9 one: orders go on. Enter starts it again, Ctrl-C stops all; started");
    out.println("again, the cluster goes on with the orders it had.");
    out.flush();
  }
}
