package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.api.write.LifeJson;
import dev.crossdock.replay.Archive;
import dev.crossdock.trade.OrderId;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the life of an order. */
@Command(
    name = "order",
    description = {
      "Tells the life of order ID, event by event: what changed, who caused it, and how long it"
          + " was",
      "waited for. Asks the node at --url, unless a journal is named: that is opened by this"
          + " command itself,",
      "which a journal in a file of H2 only allows while no node runs on it.",
      "A POINT is a version of the order, such as 7, or a time, such as 2026-11-23T12:00:00Z."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:told", "1:no such order, or nobody answers", "2:wrongly typed"},
    mixinStandardHelpOptions = true)
final class ReplayOrderCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private NodeUrl node = new NodeUrl();
  @Mixin private JournalPlace journal = new JournalPlace();

  @Parameters(paramLabel = "ID", description = "The order's id.")
  private String id = "";

  @Option(
      names = "--merchant",
      defaultValue = "default",
      description = "Whose order, if a journal is named; ${DEFAULT-VALUE} by default.")
  private String merchant = "";

  @Option(
      names = "--format",
      defaultValue = "TEXT",
      description = "${COMPLETION-CANDIDATES}; JSON tells all of it.")
  private Format format = Format.TEXT;

  @ArgGroup private @Nullable Points points;

  /** How it is told. */
  enum Format {
    TEXT,
    JSON
  }

  /** What is wanted instead of all of it. */
  static final class Points {
    @Option(names = "--at", paramLabel = "POINT", description = "How it was at that point.")
    private @Nullable String at;

    @Option(
        names = "--diff",
        arity = "2",
        paramLabel = "POINT",
        description = "What has changed from one point to the other.")
    private @Nullable List<String> diff;
  }

  @Override
  public Integer call() throws Exception {
    if (!id.matches("ord_[a-z0-9]{1,40}")) {
      throw new ParameterException(line(), id + " is no id of an order");
    }
    JsonNode life = journal.isGiven() ? here() : there();
    PrintWriter out = Waiting.out(spec);
    if (format == Format.JSON) {
      out.println(life.toPrettyString());
    } else {
      tell(new LifeText(life, out));
    }
    out.flush();
    return 0;
  }

  private void tell(LifeText text) {
    try {
      if (points == null) {
        text.all();
      } else if (points.diff != null) {
        text.difference(points.diff.getFirst(), points.diff.getLast());
      } else {
        text.state(Objects.requireNonNull(points.at));
      }
    } catch (IllegalArgumentException noPoint) {
      throw new ParameterException(line(), String.valueOf(noPoint.getMessage()), noPoint);
    }
  }

  private JsonNode there() throws IOException, InterruptedException {
    String name = URLEncoder.encode(id, StandardCharsets.UTF_8);
    return node.client().get("/v1/orders/" + name + "/history");
  }

  private JsonNode here() throws Exception {
    return Archive.open(journal.settings())
        .life(new OrderId(merchant, id))
        .map(LifeJson::of)
        .orElseThrow(() -> new IOException("no order of " + merchant + " has the id " + id));
  }

  private picocli.CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
