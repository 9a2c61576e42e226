package dev.crossdock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That the bench runs: everybody does the same work, all of it, and a report comes out. */
class BenchIT {
  @TempDir private Path folder;

  @Test
  void everybodyCompletesTheSameOrders() throws Exception {
    assertThat(run("--scenario", "load", "--contender", "crossdock,virtual")).isZero();
    List<Result> results = RawResults.of(folder.resolve("results.jsonl")).results();
    assertThat(results)
        .extracting(it -> it.contender() + " " + it.scenario())
        .containsExactlyInAnyOrder(
            "CROSSDOCK rate", "CROSSDOCK burst",
            "VIRTUAL rate", "VIRTUAL burst");
    assertThat(results)
        .allSatisfy(
            it ->
                assertThat(it.figures())
                    .containsEntry("completed", it.figures().get("orders"))
                    .containsEntry("acknowledged", it.figures().get("orders"))
                    .containsEntry("failed", 0.0)
                    .hasEntrySatisfying(
                        "callsPerOrder", calls -> assertThat(calls).isGreaterThanOrEqualTo(7)));
    assertThat(folder.resolve("performance.md"))
        .content()
        .contains("| 20/s | complete p50, ms |", "| 100 | completed | 100 | 100 |");
    assertThat(folder.resolve("performance")).isDirectoryContaining("glob:**latency.svg");
    assertThat(Files.readString(folder.resolve("performance/burst.svg"))).contains("Crossdock");
  }

  @Test
  void losesNothingThatWasAcknowledgedWhenItIsKilled() throws Exception {
    assertThat(run("--scenario", "kill", "--contender", "crossdock")).isZero();
    assertThat(RawResults.of(folder.resolve("results.jsonl")).results())
        .singleElement()
        .satisfies(it -> assertThat(it.figures()).containsEntry("lostOrders", 0.0));
  }

  private int run(String... words) {
    return new CommandLine(new Bench())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(
            Stream.concat(
                    Stream.of("--short", "--heap", "512m", "--out", folder.toString()),
                    Stream.of(words))
                .toArray(String[]::new));
  }
}
