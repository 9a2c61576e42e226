package dev.crossdock;

import dev.crossdock.cli.CommandLineInterface;
import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.LoggerFactory;

/** Where the program starts: hands the words of the command line to the commands. */
public final class Main {
  private Main() {}

  /** Ends with 0 when all went well, 2 when something it was told is wrong, 1 otherwise. */
  public static void main(String[] arguments) {
    // Begun here, by one thread: what several begin at once is logged late, and complained about.
    LoggerFactory.getILoggerFactory();
    // Milliseconds: what is stored and shown gains nothing from more.
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    System.exit(
        CommandLineInterface.run(settings -> Wiring.start(settings, clock), clock, arguments));
  }
}
