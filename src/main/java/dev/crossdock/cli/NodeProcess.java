package dev.crossdock.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts this very program once more, as a process of its own that serves. */
final class NodeProcess {
  private static final String MAIN = "dev.crossdock.Main";
  private static final int MEMORY_PERCENT = 50;

  private NodeProcess() {}

  /**
   * Starts it with the options of this JVM.
   *
   * @param log takes everything it says, behind what is there
   * @param nodes how many share the machine's memory
   */
  static Process start(Path config, Path log, int nodes) throws IOException {
    return new ProcessBuilder(command(config, nodes))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static List<String> command(Path config, int nodes) {
    String program = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(NodeProcess::isForAll)
        .forEach(command::add);
    command.add("-XX:MaxRAMPercentage=" + (double) MEMORY_PERCENT / nodes);
    command.addAll(
        program.endsWith(".jar") ? List.of("-jar", program) : List.of("-cp", program, MAIN));
    command.addAll(List.of("serve", "--config", config.toString()));
    return command;
  }

  /** Several that end at once are not to write one and the same class archive. */
  private static boolean isForAll(String option) {
    return !option.equals("-XX:+AutoCreateSharedArchive")
        && !option.startsWith("-XX:MaxRAMPercentage=")
        && !option.startsWith("-agentlib:");
  }
}
