package dev.crossdock;

import dev.crossdock.cli.CommandLineInterface;
import java.time.Clock;

/** Where the program starts: hands the words of the command line to the commands. */
public final class Main {
  private Main() {}

  /** Ends with 0 when all went well, 2 when something it was told is wrong, 1 otherwise. */
  public static void main(String[] arguments) {
    Clock clock = Clock.systemUTC();
    System.exit(
        CommandLineInterface.run(settings -> Wiring.start(settings, clock), clock, arguments));
  }
}
