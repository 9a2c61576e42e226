package dev.crossdock.it;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The packaged program as a process of its own, on the JDK of the tests. What it says is in files
 * below {@code target/it}. It ends with the test, if not before.
 */
final class Program implements AutoCloseable {
  static final Path HOME = Path.of("target", "it").toAbsolutePath();

  private static final Duration START_MAX = Duration.ofSeconds(60);
  private static final Duration END_MAX = Duration.ofSeconds(90);
  private static final Pattern READY = Pattern.compile("Crossdock takes orders at (http[^\\s,]+)");
  private static final AtomicInteger STARTS = new AtomicInteger();

  private final Process process;
  private final Path out;
  private final Path err;
  private final Thread reaper;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
    reaper = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /**
   * Starts it with these words, and does not wait.
   *
   * @param name of its files
   */
  static Program start(String name, String... words) {
    return start(name, List.of(), words);
  }

  private static Program start(String name, List<Path> classes, String... words) {
    String files = name + "-" + STARTS.incrementAndGet();
    Path out = HOME.resolve(files + ".out");
    Path err = HOME.resolve(files + ".err");
    try {
      Files.createDirectories(HOME);
      Process process =
          new ProcessBuilder(command(classes, words))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      return new Program(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Program serve(String name, Path config) {
    return serve(name, config, List.of());
  }

  /** With more classes than it was packaged with. */
  static Program serve(String name, Path config, List<Path> classes) {
    return start(name, classes, "serve", "--config", config.toString());
  }

  /** Much as {@code scripts/crossdock} does it, but to be up soon rather than fast later. */
  private static List<String> command(List<Path> classes, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-Xmx1g", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=error,cds*=off,aot*=off:stderr"));
    command.add("-XX:+AutoCreateSharedArchive");
    String archive = classes.isEmpty() ? "crossdock.jsa" : "crossdock-more.jsa";
    command.add("-XX:SharedArchiveFile=" + HOME.resolve(archive));
    List<Path> all = new ArrayList<>(List.of(Path.of("target", "crossdock.jar").toAbsolutePath()));
    all.addAll(classes);
    command.add("-cp");
    command.add(all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add("dev.crossdock.Main");
    command.addAll(List.of(words));
    return command;
  }

  /** Where it takes orders, once it does. */
  String url() {
    await("ready: " + err)
        .atMost(START_MAX)
        .pollInterval(Duration.ofMillis(50))
        .failFast(this::requireAlive)
        .until(() -> READY.matcher(said()).find());
    Matcher ready = READY.matcher(said());
    if (!ready.find()) {
      throw new IllegalStateException("it is ready no more");
    }
    return ready.group(1);
  }

  /** What it wrote to its standard output so far. */
  String said() {
    return text(out);
  }

  /** What it wrote to its standard error so far. */
  String complained() {
    return text(err);
  }

  private void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended: " + said() + complained());
    }
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** Sends it a signal, such as STOP or CONT. */
  void signal(String name) {
    try {
      int sent =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      if (sent != 0) {
        throw new IllegalStateException(name + " cannot be sent to " + process.pid());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to stop, as Ctrl-C or an orchestrator does. */
  int terminate() {
    process.destroy();
    return exitCode();
  }

  /** Waits until it has ended. */
  int exitCode() {
    try {
      if (!process.waitFor(END_MAX.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("it does not end: " + out);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(reaper);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
