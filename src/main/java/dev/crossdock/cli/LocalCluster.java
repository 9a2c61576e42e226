package dev.crossdock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The nodes of a cluster as processes of this machine. Says when one ends that nobody told to, and
 * can start it again.
 */
final class LocalCluster implements AutoCloseable {
  private static final int LOOK_MILLIS = 200;
  private static final int LOOKS_MAX = 120_000 / LOOK_MILLIS;
  private static final int STOP_SECONDS_MAX = 40;

  private final List<LocalNode> nodes;
  private final Path home;
  private final Consumer<String> callbacks;
  private final PrintWriter out;
  private final NodeClient.Readiness readiness = new NodeClient.Readiness();
  private final Map<LocalNode, Process> processes = new LinkedHashMap<>();
  private boolean closing;

  /**
   * Nobody runs yet.
   *
   * @param home has the file {@code <name>.conf} of each node, and takes its log
   * @param callbacks is told the URL that partners are to call back at
   */
  LocalCluster(List<LocalNode> nodes, Path home, Consumer<String> callbacks, PrintWriter out) {
    this.nodes = nodes;
    this.home = home;
    this.callbacks = callbacks;
    this.out = out;
  }

  /** Starts whoever does not run, and waits until all that run are ready. */
  void start() throws IOException, InterruptedException {
    for (LocalNode node : nodes) {
      begin(node);
    }
    for (LocalNode node : nodes) {
      awaitReady(node);
    }
    tellPartners();
  }

  private synchronized void begin(LocalNode node) throws IOException {
    Process before = processes.get(node);
    if (!closing && (before == null || !before.isAlive())) {
      Files.deleteIfExists(log(node));
      Process process = NodeProcess.start(config(home, node), log(node), nodes.size());
      processes.put(node, process);
      var unused = process.onExit().thenAccept(ended -> ended(node, ended));
    }
  }

  private void awaitReady(LocalNode node) throws IOException, InterruptedException {
    Process process = process(node);
    for (int look = 0; look < LOOKS_MAX && process.isAlive(); look++) {
      if (readiness.of(node.url())) {
        return;
      }
      process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
    throw new IOException(
        node.name()
            + (process.isAlive() ? " is not ready" : " does not start")
            + reason(node)
            + "; its log is "
            + log(node));
  }

  /** What it said of it in a line of its own. */
  private String reason(LocalNode node) throws IOException {
    return Files.readAllLines(log(node)).stream()
        .filter(line -> line.startsWith("crossdock: "))
        .findFirst()
        .map(line -> line.substring("crossdock".length()))
        .orElse("");
  }

  private synchronized Process process(LocalNode node) throws IOException {
    Process process = processes.get(node);
    if (process == null || closing) {
      throw new IOException("stopped before it had begun");
    }
    return process;
  }

  private synchronized void ended(LocalNode node, Process process) {
    if (closing || processes.get(node) != process) {
      return;
    }
    out.printf(
        "%s at %s has ended with %d; its log is %s%n",
        node.name(), node.url(), process.exitValue(), log(node));
    out.println("  Its orders move to the others within 20 seconds. Enter starts it again.");
    out.flush();
    tellPartners();
  }

  /** Partners know one address; here that is the one of a node that lives. */
  private synchronized void tellPartners() {
    nodes.stream()
        .filter(node -> isAlive(node))
        .findFirst()
        .ifPresent(node -> callbacks.accept(node.url()));
  }

  private boolean isAlive(LocalNode node) {
    Process process = processes.get(node);
    return process != null && process.isAlive();
  }

  /** Stops all in good order, and whoever takes too long for that without it. */
  @Override
  public void close() {
    List<Process> running;
    synchronized (this) {
      closing = true;
      running = List.copyOf(processes.values());
    }
    running.forEach(Process::destroy);
    try {
      for (Process process : running) {
        if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      running.forEach(Process::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }

  /** Where the configuration of a node is. */
  static Path config(Path home, LocalNode node) {
    return home.resolve(node.name() + ".conf");
  }

  private Path log(LocalNode node) {
    return home.resolve(node.name() + ".log");
  }
}
