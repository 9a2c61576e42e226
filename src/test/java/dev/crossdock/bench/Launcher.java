package dev.crossdock.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Knows how each contender is started: all with the same options of the same JVM. */
final class Launcher {
  private static final String PARTNER_KINDS =
      "address customer inventory payment carrier notification";

  private final Path home;
  private final String heap;
  private final List<String> further;
  private final String masters;

  /**
   * @param home where logs and configurations go
   * @param heap the most that each may have, as for {@code -Xmx}
   * @param further options of Crossdock's JVM
   * @param sealed whether Crossdock seals names and addresses, with a key of its own
   */
  Launcher(Path home, String heap, List<String> further, boolean sealed) {
    this.home = home;
    this.heap = heap;
    this.further = List.copyOf(further);
    this.masters = sealed ? "\"" + master() + "\"" : "";
  }

  /**
   * What a server is to do.
   *
   * @param patienceSeconds how long a partner may take
   * @param connections how many calls may be under way at each partner
   */
  record Task(
      String name,
      int port,
      String database,
      String partners,
      int patienceSeconds,
      int connections) {}

  ServerProcess start(Contender contender, Task task) throws IOException {
    List<String> command = new ArrayList<>(java());
    switch (contender) {
      case CROSSDOCK -> {
        command.addAll(further);
        command.addAll(List.of("-jar", jar().toString(), "serve", "--config"));
        command.add(config(task).toString());
      }
      case VIRTUAL, PLATFORM -> {
        command.addAll(List.of("-cp", classpath(), BaselineService.class.getName()));
        command.addAll(List.of(contender.name(), Integer.toString(task.port())));
        command.addAll(List.of(task.database(), task.partners()));
        command.add(Integer.toString(task.patienceSeconds()));
      }
    }
    return ServerProcess.start(command, home.resolve(task.name()));
  }

  /** Where logs and configurations go. */
  Path home() {
    return home;
  }

  /** As in {@code scripts/crossdock}, but for the heap. */
  private List<String> java() {
    int version = Runtime.version().feature();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    if (version >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    if (version >= 25) {
      command.add("-XX:+UseCompactObjectHeaders");
    }
    return command;
  }

  static Path jar() {
    return Path.of("target", "crossdock.jar").toAbsolutePath();
  }

  /** That of this process; surefire hides it behind a jar of its own. */
  static String classpath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private Path config(Task task) throws IOException {
    String partners =
        Arrays.stream(PARTNER_KINDS.split(" "))
            .map(
                kind ->
                    "%s { kind = %s, base-url = \"%s\" }".formatted(kind, kind, task.partners()))
            .collect(Collectors.joining("\n    "));
    String text =
        """
        crossdock {
          http { host = "127.0.0.1", port = %d }
          journal {
            url = "%s", user = postgres, pool-size = %d
            personal.masters = [%s]
          }
          partner-defaults { concurrency-max = %d, queue-max = 200000, deadline = %ds }
          partners {
            %s
          }
          flows { parcel = null, express { version = 2, steps.authorize-payment.deadline = %ds } }
        }
        """
            .formatted(
                task.port(),
                task.database(),
                BaselineStore.CONNECTIONS,
                masters,
                task.connections(),
                task.patienceSeconds(),
                partners,
                task.patienceSeconds());
    return Files.writeString(home.resolve(task.name() + ".conf"), text);
  }

  private static String master() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** A port that nobody has; a server keeps it when it is started again. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
