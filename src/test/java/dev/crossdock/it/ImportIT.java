package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a file of orders becomes orders, once each, which are then found in lists. */
class ImportIT {
  private static final Duration LISTED_MAX = Duration.ofSeconds(30);
  private static final int ORDERS = 150;

  @TempDir private Path folder;

  @Test
  void aFileIsImportedOnceAndListed() throws IOException {
    Path file = file();
    try (Program program =
            Program.start(
                "import-dev",
                "dev",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                "0",
                "--simulator-port",
                "0");
        Client client = new Client(program.url())) {
      assertThat(run(file, program.url(), 1))
          .contains(ORDERS + " placed, 0 had been before, 1 refused");
      assertThat(run(file, program.url(), 1))
          .contains("0 placed, " + ORDERS + " had been before, 1 refused");
      assertThat(Path.of(file + ".rejected.ndjson"))
          .content()
          .contains("\"line\":151,\"status\":422,", "/order/customer", "PO-bad");
      await().atMost(LISTED_MAX).until(() -> references(client).size() == ORDERS);
      JsonNode one = client.get("/v1/orders?reference=PO-7").body();
      assertThat(one.path("items")).hasSize(1);
      assertThat(one.path("nextCursor").isNull()).isTrue();
      assertThat(client.get("/v1/stats").body().path("throughput").at("/last15Minutes").size())
          .isEqualTo(3);
    }
  }

  /** As pages of 40 have them; that none comes twice is part of it. */
  private static Set<String> references(Client client) {
    Set<String> references = new HashSet<>();
    String cursor = "";
    do {
      JsonNode page = client.get("/v1/orders?customerId=cus_123&limit=40" + cursor).body();
      for (JsonNode item : page.path("items")) {
        assertThat(references.add(item.path("reference").asText())).isTrue();
      }
      cursor = page.path("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asText();
    } while (!cursor.isEmpty());
    return references;
  }

  private static String run(Path file, String url, int exitCode) {
    try (Program program = Program.start("import", "import", file.toString(), "--url", url)) {
      assertThat(program.exitCode()).as(program.complained()).isEqualTo(exitCode);
      return program.said();
    }
  }

  private Path file() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= ORDERS; i++) {
      lines.add(Wanted.lamps("PO-" + i).replaceAll("\\s*\\n\\s*", " "));
    }
    lines.add("{\"reference\": \"PO-bad\"}");
    return Files.write(folder.resolve("orders.ndjson"), lines);
  }
}
