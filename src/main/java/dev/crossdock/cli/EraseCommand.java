package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets a customer. */
@Command(
    name = "erase",
    description = {
      "Destroys the keys that names and addresses of a customer's orders are sealed with, for ever,"
          + " and prints the",
      "certificate. Refused while one of the orders still needs to know where it goes."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all of it is erased",
      "1:refused, or orders are left that were stored without a key"
    },
    mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private NodeUrl node = new NodeUrl();

  @Parameters(paramLabel = "CUSTOMER", description = "The id that orders name them by.")
  private String customer = "";

  @Override
  public Integer call() throws Exception {
    String id = URLEncoder.encode(customer, StandardCharsets.UTF_8).replace("+", "%20");
    JsonNode certificate = node.client().delete("/v1/customers/" + id + "/personal-data");
    PrintWriter out = Waiting.out(spec);
    out.println(certificate.toPrettyString());
    out.flush();
    return certificate.has("ordersInClear") ? 1 : 0;
  }
}
