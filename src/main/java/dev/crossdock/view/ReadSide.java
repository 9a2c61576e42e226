package dev.crossdock.view;

import dev.crossdock.ops.Supervision.Branch;
import io.micrometer.core.instrument.Gauge;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.Behavior;

/** The read side of a node: what others ask it for, and what has to run for it. */
public final class ReadSide implements ReadSideDesk {
  private static final int REPLAYED_MAX = 1000;
  private static final int SWEPT_AT_ONCE = 500;
  private static final int WHOLE = 100;

  private final ReadSideParts parts;
  private final LiveGeneration live;
  private final Lag lag;
  private final Pace pace;
  private final Sweep sweep;
  private final Wakes wakes;

  public ReadSide(ReadSideParts parts) {
    this.parts = parts;
    this.live = new LiveGeneration(parts.clock());
    this.lag = new Lag(parts.journal(), parts.clock());
    this.pace = new Pace();
    this.sweep = new Sweep(parts, live);
    this.wakes = new WakesInTables(parts, live, lag);
    Gauge.builder("crossdock.read.side.lag.seconds", lag, it -> it.lagMillis() / 1000.0)
        .register(parts.registry());
    Gauge.builder("crossdock.read.side.events.behind", lag, Lag::eventsBehind)
        .register(parts.registry());
  }

  public ReadStore store() {
    return parts.store();
  }

  public LiveGeneration live() {
    return live;
  }

  public ReadSideStatus status() {
    return lag;
  }

  public Wakes wakes() {
    return wakes;
  }

  /** What runs on every node: it looks how far behind the answers are. */
  public Behavior<?> watch() {
    return LagWatch.create(parts.store(), lag, pace);
  }

  /**
   * What runs on one node of a cluster: it keeps the tables in step with the journal.
   *
   * @param branch where its children are written down
   */
  public Behavior<?> writer(Branch branch) {
    return Writer.create(parts, new Upkeep(parts, lag), sweep, branch);
  }

  @Override
  public CompletionStage<ReadSideReport> report() {
    return parts.store().run(this::report);
  }

  @Override
  public CompletionStage<Generation> rebuild(Optional<Part> only) {
    return parts
        .store()
        .transaction(connection -> Generations.build(connection, only, parts.clock().instant()));
  }

  @Override
  public CompletionStage<SweepRound> sweep() {
    return sweep.round(SWEPT_AT_ONCE);
  }

  @Override
  public CompletionStage<List<DeadLetter>> deadLetters(int lettersMax) {
    return parts.store().run(connection -> DeadLetters.oldest(connection, lettersMax));
  }

  @Override
  public CompletionStage<Replayed> replay() {
    return new Replays(parts).replay(REPLAYED_MAX);
  }

  private ReadSideReport report(Connection connection) throws SQLException {
    Lag.Measured now = lag.look(connection);
    List<Generation> generations = Generations.all(connection);
    List<ReadSideReport.Progress> progress = new ArrayList<>();
    long head = parts.journal().last(connection);
    for (Generation generation : generations) {
      Lag.Measured at = lag.measure(connection, generation.projection());
      long done = at.eventsBehind() == 0 ? head : at.position().ordering();
      int percent = head == 0 ? WHOLE : (int) Math.min(WHOLE, done * WHOLE / head);
      progress.add(
          new ReadSideReport.Progress(
              generation, at.position().toString(), at.eventsBehind(), at.millis(), percent));
    }
    return new ReadSideReport(
        now.asOf(),
        now.millis(),
        now.eventsBehind(),
        pace.perSecond(),
        DeadLetters.count(connection),
        progress,
        SweepTables.last(connection, live.on(connection)).orElse(null));
  }
}
