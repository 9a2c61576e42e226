package dev.crossdock.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The nodes of a cluster, each a process, that can be hurt one by one. */
final class Nodes implements AutoCloseable {
  private static final Duration READY_MAX = Duration.ofSeconds(90);

  private final String name;
  private final List<Integer> ports;
  private final String[] sections;
  private final List<Program> programs = new ArrayList<>();
  private final List<Build> builds = new ArrayList<>();
  private final List<String> urls = new ArrayList<>();

  private Nodes(String name, List<Integer> ports, String... sections) {
    this.name = name;
    this.ports = ports;
    this.sections = sections;
  }

  /** Starts them all at once, and waits until they are one cluster. */
  static Nodes start(String name, int count, String... sections) {
    List<Integer> ports = IntStream.range(0, count).mapToObj(Nodes::freePort).toList();
    Nodes nodes = new Nodes(name, ports, sections);
    ports.forEach(any -> nodes.builds.add(Build.older()));
    ports.forEach(any -> nodes.programs.add(nodes.serve(nodes.programs.size())));
    nodes.programs.forEach(program -> nodes.urls.add(program.url()));
    nodes.awaitReady();
    return nodes;
  }

  int count() {
    return ports.size();
  }

  /** Where the nodes take orders, or took them when they last ran. */
  synchronized String url(int node) {
    return urls.get(node);
  }

  /** From its next start on a node is of that version. */
  void change(int node, Build build) {
    builds.set(node, build);
  }

  /** Starts one that has ended; others may need it to be ready. */
  void restart(int node) {
    Program program = serve(node);
    programs.set(node, program);
    String url = program.url();
    synchronized (this) {
      urls.set(node, url);
    }
  }

  /** Starts all of which none runs. */
  void restartAll() {
    for (int node = 0; node < count(); node++) {
      programs.set(node, serve(node));
    }
    for (int node = 0; node < count(); node++) {
      String url = programs.get(node).url();
      synchronized (this) {
        urls.set(node, url);
      }
    }
  }

  /** The nodes whose processes run. */
  List<Integer> living() {
    return IntStream.range(0, count())
        .filter(node -> programs.get(node).isAlive())
        .boxed()
        .toList();
  }

  /** The address at which it speaks to the other nodes, and to the database. */
  static String host(int node) {
    return "127.0.0.1" + (node + 1);
  }

  Program program(int node) {
    return programs.get(node);
  }

  /** Ends them all, as a power cut would. */
  void killAll() {
    programs.forEach(program -> program.signal("KILL"));
    programs.forEach(Program::exitCode);
  }

  /** Until all nodes that run say that they are. */
  void awaitReady() {
    for (int node = 0; node < count(); node++) {
      if (programs.get(node).isAlive()) {
        awaitReady(node);
      }
    }
  }

  void awaitReady(int node) {
    await(name + "-" + (node + 1) + " is ready")
        .atMost(READY_MAX)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> isReady(node));
  }

  boolean isReady(int node) {
    try (Client client = new Client(url(node))) {
      return client.get("/health/ready").status() == 200;
    }
  }

  private Program serve(int node) {
    String own = name + "-" + (node + 1);
    Build build = builds.get(node);
    List<String> all = new ArrayList<>(Arrays.asList(sections));
    all.add(cluster(node));
    all.addAll(build.sections());
    Path config = ConfigFile.write(own, all.toArray(String[]::new));
    return Program.serve(own, config, build.classes());
  }

  private String cluster(int node) {
    String seeds =
        IntStream.range(0, count())
            .mapToObj(each -> '"' + host(each) + ':' + ports.get(each) + '"')
            .collect(Collectors.joining(", "));
    return """
    crossdock.cluster { host = "%1$s", port = %2$d, seeds = [%3$s] }
    crossdock.journal.url = ${crossdock.journal.url}"?localSocketAddress=%1$s"
    pekko.remote.artery.advanced.tcp.outbound-client-hostname = "%1$s"
    """
        .formatted(host(node), ports.get(node), seeds);
  }

  private static int freePort(int node) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host(node)))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    programs.forEach(Program::close);
  }
}
