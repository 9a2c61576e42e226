package dev.crossdock.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Crossdock as it runs in production, in a process of its own whose cost can be read. */
final class MeasuredServer implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Crossdock takes orders at (http[^\\s,]+)");
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final double TICKS_PER_SECOND = 100;

  private final Process process;
  private final Path out;

  private MeasuredServer(Process process, Path out) {
    this.process = process;
    this.out = out;
  }

  /** Starts it from the classes of this very program. */
  static MeasuredServer start(Path config, Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java("java"));
    command.addAll(List.of("-Xmx3g", "--enable-native-access=ALL-UNNAMED"));
    if (Runtime.version().feature() >= 25) {
      command.add("--sun-misc-unsafe-memory-access=allow");
      command.add("-XX:+UseCompactObjectHeaders");
    }
    String more = System.getenv("CROSSDOCK_JAVA_OPTIONS");
    if (more != null) {
      command.addAll(List.of(more.split(" ", -1)));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.crossdock.Main"));
    command.addAll(List.of("serve", "--config", config.toString()));
    Path out = folder.resolve("server.out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("server.err").toFile())
            .start();
    MeasuredServer server = new MeasuredServer(process, out);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return server;
  }

  /** Where it takes orders, once it does. */
  String url() {
    await()
        .atMost(Duration.ofSeconds(90))
        .failFast(() -> !process.isAlive())
        .until(() -> READY.matcher(text(out)).find());
    Matcher ready = READY.matcher(text(out));
    if (!ready.find()) {
      throw new IllegalStateException("it is ready no more");
    }
    return ready.group(1);
  }

  /** Seconds of processor time that it has used so far, in all its threads. */
  double processorSeconds() {
    String stat = text(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /** MiB of memory that the machine gives it. */
  double residentMebibytes() {
    return text(Path.of("/proc/" + process.pid() + "/status"))
            .lines()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .sum()
        / 1024.0;
  }

  /** MiB of heap that is still used after all garbage is gone. */
  double heapMebibytes() throws IOException {
    tool("GC.run");
    Matcher used = USED.matcher(tool("GC.heap_info"));
    if (!used.find()) {
      throw new IllegalStateException("no heap to be seen");
    }
    return Long.parseLong(used.group(1)) / 1024.0;
  }

  private String tool(String command) throws IOException {
    Process tool =
        new ProcessBuilder(java("jcmd"), Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
  }
}
