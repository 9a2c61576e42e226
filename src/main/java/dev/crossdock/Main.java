package dev.crossdock;

import dev.crossdock.cli.CommandLineInterface;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
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
    PrintWriter out = standardOutput();
    // Milliseconds: what is stored and shown gains nothing from more.
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    System.exit(
        CommandLineInterface.run(settings -> Wiring.start(settings, clock), clock, out, arguments));
  }

  /** For what commands say, and nothing else: Pekko Projection prints a line when it is stopped. */
  private static PrintWriter standardOutput() {
    Charset charset = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"));
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, charset));
    return new PrintWriter(new FileOutputStream(FileDescriptor.out), true, charset);
  }
}
