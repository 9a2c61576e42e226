package dev.crossdock.it;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.simulator.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is written down of orders that did not go on, for whoever looks for the reason. */
final class Autopsy {
  private static final int ORDERS_MAX = 5;

  private Autopsy() {}

  /**
   * Writes what Crossdock and its partners know of these orders, or of the first of them.
   *
   * @return that, and where it is
   */
  static AssertionError of(String name, String url, Ledger ledger, Collection<String> orderIds) {
    List<String> lines = new ArrayList<>();
    try (Client client = new Client(url)) {
      for (String id : orderIds.stream().limit(ORDERS_MAX).toList()) {
        JsonNode order = client.order(id).body();
        lines.add(order.toPrettyString());
        lines.add(client.get("/v1/orders/" + id + "/events?limit=200").body().toPrettyString());
        order
            .path("shipments")
            .forEach(
                it ->
                    lines.add(
                        client.get("/v1/shipments/" + it.path("id").asText()).body().toString()));
        ledger.forOrder(id).items().forEach(item -> lines.add(item.toString()));
      }
    }
    return new AssertionError(orderIds.size() + " did not go on: " + write(name, lines));
  }

  private static Path write(String name, List<String> lines) {
    try {
      return Files.write(Program.HOME.resolve(name + "-stuck.txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
