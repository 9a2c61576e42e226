package dev.crossdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An import gets every order there once, whatever happens on the way, and says what did not. */
class ImportCommandTest {
  private final PretendIntake intake = intake();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private static PretendIntake intake() {
    try {
      return new PretendIntake();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    intake.close();
  }

  @Test
  void everythingIsPlacedOnceHoweverOftenItIsRun() throws IOException {
    Path file = file(orders(300));
    assertThat(run(file)).isZero();
    assertThat(out).hasToString("300 placed, 0 had been before, 0 refused\n");
    assertThat(run(file)).isZero();
    assertThat(out).asString().endsWith("0 placed, 300 had been before, 0 refused\n");
    assertThat(intake.taken()).hasSize(300);
    assertThat(intake.requests()).as("64 a request").isEqualTo(10);
  }

  @Test
  void whatIsNotAnsweredIsSentAgain() throws IOException {
    intake.fail(lines -> "");
    intake.fail(lines -> intake.answers(lines.subList(0, 10)));
    intake.fail(
        lines ->
            IntStream.rangeClosed(1, lines.size())
                .mapToObj(i -> "{\"line\":" + i + ",\"status\":503,\"problem\":{}}\n")
                .collect(Collectors.joining()));
    intake.fail(lines -> intake.answers(lines.subList(0, 5)) + "{\"line\":6,\"status\":408}\n");
    assertThat(run(file(orders(40)), "--parallel", "1")).isZero();
    assertThat(intake.taken()).hasSize(40);
    assertThat(out).hasToString("40 placed, 0 had been before, 0 refused\n");
  }

  @Test
  void whatIsRefusedIsKeptWithItsProblem() throws IOException {
    List<String> orders = orders(100);
    orders.set(41, "{\"reference\":\"bad\"}");
    Path file = file(orders);
    Path rejected = folder.resolve("orders.ndjson.rejected.ndjson");
    assertThat(run(file)).isEqualTo(1);
    assertThat(rejected)
        .hasContent(
            """
            {"line":42,"status":422,"problem":{"type":"/problems/validation-failed"},\
            "input":{"idempotencyKey":"import:bad","order":{"reference":"bad"}}}\
            """);
    assertThat(err).asString().contains("orders.ndjson.rejected.ndjson");
    assertThat(run(file(orders(10)))).isZero();
    assertThat(rejected).as("of the last run only").doesNotExist();
  }

  @Test
  void whenThereIsNoGettingThroughItSaysWhere() throws IOException {
    for (int i = 0; i < 3; i++) {
      intake.fail(lines -> "");
    }
    assertThat(run(file(orders(10)), "--attempts", "2")).isEqualTo(2);
    assertThat(err).asString().contains("gave up at line 1: http://127.0.0.1:");
    assertThat(run(folder.resolve("none"))).isEqualTo(2);
    assertThat(run(file(orders(1)), "--url", "ftp://x")).isEqualTo(2);
    assertThat(run(file(orders(1)), "--url", intake.url() + "/elsewhere")).isEqualTo(2);
    assertThat(err).asString().contains("answers 404");
  }

  @Test
  void aDryRunFindsWhatWouldBeRefusedAndSendsNothing() throws IOException {
    Path file = file(List.of("{}", dev.crossdock.api.AnyBody.order().replaceAll("\\s+", " ")));
    assertThat(run(file, "--dry-run")).isEqualTo(1);
    assertThat(out).hasToString("Would be: 1 placed, 0 had been before, 1 refused\n");
    assertThat(Files.readString(folder.resolve("orders.ndjson.rejected.ndjson")))
        .contains("\"line\":1,", "/order/reference", "/order/payment");
    assertThat(intake.requests()).isZero();
  }

  @Test
  void aFileIsReadAsWhatItsNameEndsWith() throws IOException {
    Path file = folder.resolve("orders.CSV");
    Files.writeString(file, "\uFEFFreference\nPO-1\nPO-2\n");
    assertThat(run(file, "--progress", "bar")).isZero();
    assertThat(intake.taken())
        .contains("{\"idempotencyKey\":\"import:PO-1\",\"order\":{\"reference\":\"PO-1\"}}");
    assertThat(err).asString().contains("\rimport");
  }

  private int run(Path file, String... more) {
    List<String> words = new ArrayList<>(List.of(file.toString(), "--url", intake.url()));
    if (List.of(more).contains("--url")) {
      words = new ArrayList<>(List.of(file.toString()));
    }
    words.addAll(List.of(more));
    return new CommandLine(new ImportCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words.toArray(String[]::new));
  }

  private static List<String> orders(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "{\"reference\":\"PO-" + i + "\"}")
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Path file(List<String> lines) throws IOException {
    return Files.write(folder.resolve("orders.ndjson"), lines);
  }
}
