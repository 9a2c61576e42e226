package dev.crossdock.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Sends a file, some lines at a time and a few times at once: no more of it is in memory. */
final class ImportRun {
  private final ImportTarget target;
  private final int parallel;
  private final ImportTally tally;
  private final ImportProgress progress;
  private final Deque<CompletionStage<List<ImportAnswer>>> underWay = new ArrayDeque<>();

  /**
   * A run that is to be made once.
   *
   * @param parallel requests under way at once, 1 and up
   */
  ImportRun(ImportTarget target, int parallel, ImportTally tally, ImportProgress progress) {
    this.target = target;
    this.parallel = parallel;
    this.tally = tally;
    this.progress = progress;
  }

  /**
   * Sends all of it.
   *
   * @throws IOException when the file cannot be read, or there is no getting through
   */
  void send(ImportSource source, RejectedLines rejected) throws IOException, InterruptedException {
    List<ImportLine> lines = new ArrayList<>();
    for (Optional<ImportLine> line = source.next(); line.isPresent(); line = source.next()) {
      lines.add(line.get());
      if (lines.size() == ImportTarget.LINES_MAX) {
        underWay.add(target.send(List.copyOf(lines)));
        lines.clear();
      }
      while (underWay.size() >= parallel) {
        settle(rejected);
      }
    }
    if (!lines.isEmpty()) {
      underWay.add(target.send(lines));
    }
    while (!underWay.isEmpty()) {
      settle(rejected);
    }
  }

  private void settle(RejectedLines rejected) throws IOException, InterruptedException {
    for (ImportAnswer answer : answers(underWay.remove())) {
      tally.count(answer);
      if (!answer.isTaken()) {
        rejected.add(answer);
      }
    }
    progress.moved();
  }

  private static List<ImportAnswer> answers(CompletionStage<List<ImportAnswer>> stage)
      throws IOException, InterruptedException {
    try {
      return Waiting.forAnswer(stage);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure
          ? failure
          : new IOException(String.valueOf(e.getCause()), e);
    }
  }
}
