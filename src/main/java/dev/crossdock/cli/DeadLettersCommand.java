package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the read side could not take over. */
@Command(
    name = "dead-letters",
    description = "Shows, or tries again, what the read side could not take over.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DeadLettersCommand.Show.class, DeadLettersCommand.Replay.class})
final class DeadLettersCommand {

  /** Shows the oldest. */
  @Command(
      name = "list",
      description = "Shows the oldest dead letters, one a line.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private NodeUrl node = new NodeUrl();

    @Option(
        names = "--limit",
        defaultValue = "50",
        description = "How many at most; ${DEFAULT-VALUE} by default.")
    private int limit;

    @Override
    public Integer call() throws Exception {
      PrintWriter out = Waiting.out(spec);
      JsonNode items = node.client().get("/v1/system/dead-letters?limit=" + limit).path("items");
      for (JsonNode item : items) {
        out.println(
            String.join(
                "  ",
                item.path("failedAt").asText(),
                item.path("projector").asText(),
                item.path("persistenceId").asText(),
                item.path("version").asText(),
                item.path("reason").asText()));
      }
      out.flush();
      return 0;
    }
  }

  /** Tries them again. */
  @Command(
      name = "replay",
      description = "Tries the oldest dead letters again; ends with 1 when some are left.",
      mixinStandardHelpOptions = true)
  static final class Replay implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private NodeUrl node = new NodeUrl();

    @Override
    public Integer call() throws Exception {
      PrintWriter out = Waiting.out(spec);
      JsonNode became = node.client().post("/v1/system/dead-letters/replay");
      out.println(
          became.path("replayed").asLong()
              + " taken over, "
              + became.path("failed").asLong()
              + " failed again");
      out.flush();
      return became.path("failed").asLong() == 0 ? 0 : 1;
    }
  }
}
