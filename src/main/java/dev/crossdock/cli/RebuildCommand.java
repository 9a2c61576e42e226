package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has the read side filled anew. */
@Command(
    name = "rebuild",
    description = "Fills the read side anew from the journal; the old one answers meanwhile.",
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private NodeUrl node = new NodeUrl();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = Waiting.out(spec);
    JsonNode begun = node.client().post("/v1/system/read-side/rebuild");
    out.println(
        "Generation "
            + begun.path("generation").asInt()
            + " is being built; GET /v1/system/read-side shows how far it is.");
    out.flush();
    return 0;
  }
}
