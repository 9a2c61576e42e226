package dev.crossdock.api;

import dev.crossdock.view.DeadLetter;
import dev.crossdock.view.Generation;
import dev.crossdock.view.Part;
import dev.crossdock.view.ReadSideDesk;
import dev.crossdock.view.ReadSideReport;
import dev.crossdock.view.SweepRound;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A read side that is as the test says. */
final class ReadSideInMemory implements ReadSideDesk {
  private static final Generation LIVE =
      new Generation(1, Generation.State.LIVE, Bench.NOON, Bench.NOON, null, Map.of());

  final List<String> asked = new ArrayList<>();
  boolean away;

  @Override
  public CompletionStage<ReadSideReport> report() {
    var progress = new ReadSideReport.Progress(LIVE, "7/12", 3, 40, 99);
    var sweep = new SweepRound(1, Bench.NOON, Bench.NOON, 20, 1, 0);
    return answer(
        "report", new ReadSideReport(Bench.NOON, 40, 3, 12.4, 1, List.of(progress), sweep));
  }

  @Override
  public CompletionStage<Generation> rebuild(Optional<Part> only) {
    return answer(
        "rebuild" + only.map(part -> " " + part.label()).orElse(""),
        new Generation(
            2, Generation.State.BUILDING, Bench.NOON, null, only.orElse(null), Map.of()));
  }

  @Override
  public CompletionStage<SweepRound> sweep() {
    return answer("sweep", new SweepRound(1, Bench.NOON, Bench.NOON, 20, 1, 0));
  }

  @Override
  public CompletionStage<List<DeadLetter>> deadLetters(int lettersMax) {
    return answer(
        "letters " + lettersMax,
        List.of(new DeadLetter("orders", "order|default:ord_1", 3, 1, Bench.NOON, "too long")));
  }

  @Override
  public CompletionStage<Replayed> replay() {
    return answer("replay", new Replayed(2, 1));
  }

  private <T> CompletionStage<T> answer(String question, T answer) {
    asked.add(question);
    return away
        ? CompletableFuture.failedFuture(new SQLException("away"))
        : CompletableFuture.completedFuture(answer);
  }
}
