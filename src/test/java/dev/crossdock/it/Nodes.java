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
import java.util.stream.Stream;

/** The nodes of a cluster, each a process, that can be hurt one by one. */
final class Nodes implements AutoCloseable {
  private static final Duration READY_MAX = Duration.ofSeconds(90);

  private final String name;
  private final List<Integer> ports;
  private final String[] sections;
  private final List<Program> programs = new ArrayList<>();
  private final List<String> urls = new ArrayList<>();

  private Nodes(String name, List<Integer> ports, String... sections) {
    this.name = name;
    this.ports = ports;
    this.sections = sections;
  }

  /** Starts them all at once, and waits until they are one cluster. */
  static Nodes start(String name, int count, String... sections) {
    List<Integer> ports = IntStream.range(0, count).mapToObj(any -> freePort()).toList();
    Nodes nodes = new Nodes(name, ports, sections);
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
    try (Client client = new Client(url(node))) {
      await(name + "-" + (node + 1) + " is ready")
          .atMost(READY_MAX)
          .pollInterval(Duration.ofMillis(200))
          .ignoreExceptions()
          .until(() -> client.get("/health/ready").status() == 200);
    }
  }

  private Program serve(int node) {
    String own = name + "-" + (node + 1);
    Path config =
        ConfigFile.write(
            own,
            Stream.concat(Arrays.stream(sections), Stream.of(cluster(node)))
                .toArray(String[]::new));
    return Program.serve(own, config);
  }

  private String cluster(int node) {
    String seeds =
        ports.stream().map(port -> "\"127.0.0.1:" + port + "\"").collect(Collectors.joining(", "));
    return "crossdock.cluster { host = \"127.0.0.1\", port = %d, seeds = [%s] }"
        .formatted(ports.get(node), seeds);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
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
