package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.view.Part;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has the read side filled anew. */
@Command(
    name = "rebuild",
    description = {
      "Fills the read side anew from the journal, or one projection's tables; the old ones answer",
      "meanwhile."
    },
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private NodeUrl node = new NodeUrl();

  @Option(
      names = "--only",
      paramLabel = "PROJECTION",
      description = "Only the tables of this one: orders, shipments, partners or wake.")
  private @Nullable String only;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = Waiting.out(spec);
    if (only != null && Part.of(only).isEmpty()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--only is orders, shipments, partners or wake");
    }
    String which = only == null ? "" : "?only=" + only;
    JsonNode begun = node.client().post("/v1/system/read-side/rebuild" + which);
    String built = begun.path("only").asText("");
    out.println(
        "Generation "
            + begun.path("generation").asInt()
            + (built.isEmpty() ? "" : ", of " + built + " only,")
            + " is being built; GET /v1/system/read-side shows how far it is.");
    out.flush();
    return 0;
  }
}
