package dev.crossdock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the operating system says of processes. Linux only. */
final class Machine {
  private static final double TICKS_PER_SECOND = 100;
  private static final double KIB_PER_MIB = 1024;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private Machine() {}

  /** Processor time of the process so far, in seconds. */
  static double seconds(long pid) throws IOException {
    List<String> fields = stat(pid);
    return (ticks(fields, USER) + ticks(fields, SYSTEM)) / TICKS_PER_SECOND;
  }

  /** The same together with its children, those included that have ended. */
  static double familySeconds(long pid) throws IOException {
    List<String> fields = stat(pid);
    double ended = ticks(fields, CHILDREN_USER) + ticks(fields, CHILDREN_SYSTEM);
    double sum = seconds(pid) + ended / TICKS_PER_SECOND;
    for (ProcessHandle child : children(pid)) {
      sum += Files.exists(proc(child.pid(), "stat")) ? seconds(child.pid()) : 0;
    }
    return sum;
  }

  /** Memory of the process in MiB; what it shares with others only by its share. */
  static double mebibytes(long pid) throws IOException {
    return Files.readAllLines(proc(pid, "smaps_rollup")).stream()
        .filter(line -> line.startsWith("Pss:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
        .sum();
  }

  /** The same of the process and its children together. */
  static double familyMebibytes(long pid) throws IOException {
    double sum = mebibytes(pid);
    for (ProcessHandle child : children(pid)) {
      sum += orNone(child.pid());
    }
    return sum;
  }

  /** Nothing, if it has ended just now. */
  private static double orNone(long pid) throws IOException {
    try {
      return mebibytes(pid);
    } catch (NoSuchFileException ended) {
      return 0;
    }
  }

  /** How many processes wanted to run in the last minute, on average. */
  static double load() throws IOException {
    return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
  }

  /** Of the whole machine. */
  static long memoryGibibytes() throws IOException {
    String total = Files.readAllLines(Path.of("/proc/meminfo")).getFirst();
    return Math.round(Double.parseDouble(total.replaceAll("\\D", "")) / KIB_PER_MIB / KIB_PER_MIB);
  }

  private static List<ProcessHandle> children(long pid) {
    return ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList();
  }

  /** What stands behind the name, which may have blanks of its own. */
  private static List<String> stat(long pid) throws IOException {
    String line = Files.readString(proc(pid, "stat"));
    return Stream.of(line.substring(line.lastIndexOf(')') + 2).split(" ")).toList();
  }

  private static double ticks(List<String> fields, int index) {
    return Double.parseDouble(fields.get(index));
  }

  private static Path proc(long pid, String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }
}
