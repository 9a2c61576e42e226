package dev.crossdock.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of raw results. */
class ReportTest {
  @TempDir private Path folder;

  @Test
  void aFigureIsTheMedianOfItsRoundsWithTheirSpread() {
    assertThat(report(burst(1, 500), burst(2, 700), burst(3, 520)).markdown())
        .contains("| 10000 | orders/s | 520 (500 to 700) |");
  }

  @Test
  void oneRoundHasNoSpread() {
    assertThat(report(burst(1, 563.4)).markdown()).contains("| 10000 | orders/s | 563 |");
  }

  @Test
  void anEvenNumberOfRoundsHasItsMedianInTheMiddle() {
    assertThat(report(burst(1, 500), burst(2, 700)).markdown()).contains("| 600 (500 to 700) |");
  }

  @Test
  void whatWasNotMeasuredIsNotShown() {
    String markdown = report(burst(1, 500)).markdown();
    assertThat(markdown).contains("| orders | measure | virtual threads |");
    assertThat(markdown).doesNotContain("kill -9", "Orders at a rate");
  }

  @Test
  void onlyWhatIsBetweenTheMarkersChanges() {
    String document = "# P\n" + Report.BEGIN + "\nold\n" + Report.END + "\n## Search\n";
    String next = report(burst(1, 500)).within(document);
    assertThat(next).startsWith("# P\n" + Report.BEGIN + "\nMeasured by");
    assertThat(next).endsWith(Report.END + "\n## Search\n").doesNotContain("old");
    assertThat(report(burst(1, 500)).within(next)).isEqualTo(next);
    assertThatThrownBy(() -> report().within("# P\n")).hasMessageContaining(Report.BEGIN);
  }

  @Test
  void plotsShowEveryPoint() throws Exception {
    report(rate(100, 505), rate(400, 2922)).plot(folder);
    assertThat(Files.readString(folder.resolve("latency.svg")))
        .startsWith("<svg ")
        .contains(">100</text>", ">400</text>", "virtual threads p50")
        .containsPattern("points='60.0,[\\d.]+ 470.0,[\\d.]+'");
  }

  @Test
  void rawResultsAreReadAsTheyWereWritten() throws Exception {
    Path file = folder.resolve("raw/results.jsonl");
    RawResults raw = RawResults.begin(file, Map.of("cores", "2"));
    raw.add(burst(1, 500));
    assertThat(RawResults.of(file).setting()).containsExactly(Map.entry("cores", "2"));
    assertThat(RawResults.of(file).results()).containsExactly(burst(1, 500));
  }

  private static Report report(Result... results) {
    return new Report(Map.of("cores", "2"), List.of(results));
  }

  private static Result burst(int round, double perSecond) {
    return new Result("burst", "VIRTUAL", round, 10_000, Map.of("ordersPerSecond", perSecond));
  }

  private static Result rate(int rate, double millis) {
    return new Result("rate", "VIRTUAL", 1, rate, Map.of("completeP50Millis", millis));
  }
}
