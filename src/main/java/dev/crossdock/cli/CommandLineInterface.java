package dev.crossdock.cli;

import dev.crossdock.journal.JournalException;
import dev.crossdock.settings.SettingsException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code crossdock} and what is below it. */
@Command(
    name = "crossdock",
    description = "Takes orders over HTTP and sees each through every third party it needs.",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineInterface.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class CommandLineInterface {
  private static final int WRONGLY_TOLD = CommandLine.ExitCode.USAGE;
  private static final int WENT_WRONG = CommandLine.ExitCode.SOFTWARE;

  private CommandLineInterface() {}

  /**
   * Runs the command that the words name.
   *
   * @param starter starts Crossdock for the commands that need it
   * @param out what commands say goes there; what went wrong goes to standard error
   * @return the exit code: 0, 1 when something went wrong, 2 when what was told is wrong
   */
  public static int run(Starter starter, Clock clock, PrintWriter out, String... words) {
    return line(starter, clock).setOut(out).execute(words);
  }

  /** All commands, and what becomes of what they throw. */
  static CommandLine line(Starter starter, Clock clock) {
    CommandLine line =
        new CommandLine(new CommandLineInterface())
            .addSubcommand(new DevCommand(starter, clock))
            .addSubcommand(new ClusterCommand(clock))
            .addSubcommand(new DemoCommand())
            .addSubcommand(new DeadLettersCommand())
            .addSubcommand(new RebuildCommand())
            .addSubcommand(new EraseCommand())
            .addSubcommand(new ImportCommand())
            .addSubcommand(new ReplayCommand())
            .addSubcommand(new ServeCommand(starter))
            .addSubcommand(new SimulatorCommand(clock));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
    return line;
  }

  /** One line a fault, no stack trace: whoever typed the command cannot do anything with one. */
  private static int explain(Exception failure, CommandLine command) {
    Throwable cause = rootOf(failure);
    var err = command.getErr();
    if (cause instanceof SettingsException faults) {
      faults.faults().forEach(fault -> err.println("crossdock: " + fault));
      return WRONGLY_TOLD;
    }
    String what = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    err.println("crossdock: " + what);
    return cause instanceof JournalException journal && !journal.isOutOfReach()
        ? WRONGLY_TOLD
        : WENT_WRONG;
  }

  private static Throwable rootOf(Throwable failure) {
    boolean wrapper =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapper && failure.getCause() != null ? rootOf(failure.getCause()) : failure;
  }

  /** The version from the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = CommandLineInterface.class.getPackage().getImplementationVersion();
      return new String[] {"crossdock " + (version == null ? "(not packaged)" : version)};
    }
  }
}
