package dev.crossdock.cli;

import dev.crossdock.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs Crossdock against the partners and the database that a file names. */
@Command(
    name = "serve",
    description = "Runs Crossdock against the partners and the database that FILE names.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private final Starter starter;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "HOCON, laid over the built-in defaults; see config/crossdock.conf.")
  private @Nullable Path file;

  ServeCommand(Starter starter) {
    this.starter = starter;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = Settings.load(file, Map.of(), System.getenv());
    Running running = Waiting.forStart(starter.start(settings));
    Waiting.out(spec).println("Crossdock takes orders at " + running.url());
    if (!running.operatorsUrl().equals(running.url())) {
      Waiting.out(spec).println("and answers operators at " + running.operatorsUrl());
    }
    Waiting.out(spec).flush();
    return Waiting.untilStopped(running);
  }
}
