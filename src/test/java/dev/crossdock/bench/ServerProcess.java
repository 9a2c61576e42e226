package dev.crossdock.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A service as a process of its own. It ends with this one, if not before. */
final class ServerProcess implements AutoCloseable {
  private static final Duration START_MAX = Duration.ofMinutes(3);
  private static final Duration END_MAX = Duration.ofSeconds(20);
  private static final String READY = "takes orders at http";

  private final Process process;
  private final Path out;
  private final Thread reaper;

  private ServerProcess(Process process, Path out) {
    this.process = process;
    this.out = out;
    reaper = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /**
   * Starts it and waits until it takes orders.
   *
   * @param files beginning of the names of its log files
   */
  static ServerProcess start(List<String> command, Path files) throws IOException {
    Path out = Path.of(files + ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(Path.of(files + ".err").toFile())
            .start();
    ServerProcess server = new ServerProcess(process, out);
    try {
      server.awaitReady();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void awaitReady() {
    Awaitility.await("ready: " + out)
        .atMost(START_MAX)
        .pollInterval(Duration.ofMillis(20))
        .failFast("it ended: " + out, () -> !process.isAlive())
        .until(() -> Files.readString(out).contains(READY));
  }

  long pid() {
    return process.pid();
  }

  double seconds() throws IOException {
    return Machine.seconds(pid());
  }

  double mebibytes() throws IOException {
    return Machine.mebibytes(pid());
  }

  /** Throws away what nobody needs, and tells how many MiB of heap are left. */
  double liveMebibytes() throws IOException, InterruptedException {
    tell("GC.run");
    String heap = tell("GC.heap_info");
    return heap.lines()
        .filter(line -> line.contains("used "))
        .map(line -> line.replaceAll(".*used (\\d+)K.*", "$1"))
        .mapToDouble(kib -> Double.parseDouble(kib) / 1024)
        .findFirst()
        .orElseThrow(() -> new IOException(heap));
  }

  /** Has jcmd say something to it; what it answers. */
  String tell(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(Long.toString(pid()));
    command.addAll(List.of(words));
    Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return said;
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(END_MAX.toSeconds(), TimeUnit.SECONDS);
  }

  /** Asks it to stop, and kills it when it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(END_MAX.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    Runtime.getRuntime().removeShutdownHook(reaper);
  }
}
