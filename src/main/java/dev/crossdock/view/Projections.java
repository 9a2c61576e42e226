package dev.crossdock.view;

import dev.crossdock.ops.Supervision.Branch;
import dev.crossdock.settings.ReadSideSettings;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.projection.HandlerRecoveryStrategy;
import org.apache.pekko.projection.ProjectionBehavior;
import org.apache.pekko.projection.ProjectionId;
import org.apache.pekko.projection.jdbc.javadsl.JdbcProjection;

/** Makes the projections: each follows the journal by itself, and stores how far it is. */
final class Projections {
  /** The projection of what is never rebuilt. */
  static final String ONCE = "once";

  private static final String KEY = "journal";

  /** A database that is away is tried again at least so often, for ever. */
  private static final Duration RESTART_MAX = Duration.ofSeconds(30);

  private static final Duration RESTART_MIN = Duration.ofMillis(500);
  private static final double SPREAD = 0.2;

  private final ActorSystem<?> system;
  private final ReadSideParts parts;

  Projections(ActorSystem<?> system, ReadSideParts parts) {
    this.system = system;
    this.parts = parts;
  }

  /** Fills and keeps the tables of a generation. */
  Behavior<ProjectionBehavior.Command> ofGeneration(Generation generation, Branch branch) {
    int number = generation.number();
    return projection(
        generation.projection(),
        parts.projectors(generation),
        new Careful(number, parts.clock()),
        connection -> Generations.lock(connection, generation),
        branch);
  }

  /** Takes each change over once, whatever is rebuilt. */
  Behavior<ProjectionBehavior.Command> neverRebuilt(Branch branch) {
    return projection(
        ONCE, parts.neverRebuilt(), new Careful(0, parts.clock()), connection -> {}, branch);
  }

  private Behavior<ProjectionBehavior.Command> projection(
      String name, List<Projector> projectors, Careful careful, Takeover.Turn turn, Branch branch) {
    ReadSideSettings settings = parts.settings();
    JournalTable journal = parts.journal();
    Codecs codecs = parts.codecs();
    ReadMeters meters = new ReadMeters(parts.registry(), name);
    return ProjectionBehavior.create(
        JdbcProjection.groupedWithin(
                ProjectionId.of(name, KEY),
                new JournalSource(
                    system, parts.store(), journal, settings.groupSize(), settings.poll()),
                () -> ReadSession.begin(parts.store()),
                () ->
                    new Takeover(
                        new Folds(journal, codecs, settings.cacheSize()),
                        projectors,
                        careful,
                        turn,
                        meters),
                system)
            .withGroup(settings.groupSize(), settings.groupWithin())
            .withRecoveryStrategy(HandlerRecoveryStrategy.fail())
            .withRestartBackoff(RESTART_MIN, RESTART_MAX, SPREAD)
            .withStatusObserver(new Observer(branch)));
  }
}
