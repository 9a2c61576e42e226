package dev.crossdock.view;

import dev.crossdock.ops.Supervision.Branch;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.projection.ProjectionBehavior;

/**
 * Has a projection for each generation that is in use, one for what is never rebuilt, and the
 * sweep. Which generations there are is in the database, and looked at each second: so it is all
 * the same on which node it runs, and what one has begun another goes on with.
 */
final class Writer extends AbstractBehavior<Writer.Message> {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofMillis(20);

  private final TimerScheduler<Message> timers;
  private final ReadSideParts parts;
  private final Upkeep upkeep;
  private final Branch branch;
  private final Projections projections;
  private final Map<String, Running> running = new HashMap<>();

  /**
   * A projection.
   *
   * @param moved what it knows of where its tables are
   */
  private record Running(
      ActorRef<ProjectionBehavior.Command> actor, Branch branch, Map<Part, Integer> moved) {}

  /** What it is told. */
  sealed interface Message {}

  private record Look() implements Message {}

  private record Seen(Upkeep.Step step) implements Message {}

  private record NotSeen(Throwable why) implements Message {}

  private Writer(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      ReadSideParts parts,
      Upkeep upkeep,
      Branch branch) {
    super(context);
    this.timers = timers;
    this.parts = parts;
    this.upkeep = upkeep;
    this.branch = branch;
    this.projections = new Projections(context.getSystem(), parts);
    timers.startSingleTimer(new Look(), Duration.ZERO);
  }

  static Behavior<Message> create(ReadSideParts parts, Upkeep upkeep, Sweep sweep, Branch branch) {
    return Behaviors.setup(
        context -> {
          if (parts.settings().sweepPerSecond() > 0) {
            context.spawn(
                Behaviors.supervise(Sweeper.create(sweep, parts.settings().sweepPerSecond()))
                    .onFailure(
                        SupervisorStrategy.restartWithBackoff(EVERY, EVERY.multipliedBy(60), 0.2)),
                "sweep");
            branch.child("sweep", "worker");
          }
          return Behaviors.withTimers(timers -> new Writer(context, timers, parts, upkeep, branch));
        });
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Look.class, any -> look())
        .onMessage(Seen.class, this::seen)
        .onMessage(NotSeen.class, this::notSeen)
        .onSignal(Terminated.class, this::ended)
        .build();
  }

  private Behavior<Message> look() {
    getContext()
        .pipeToSelf(
            parts.store().transaction(upkeep::step),
            (step, failure) -> failure == null ? new Seen(step) : new NotSeen(failure));
    return this;
  }

  private Behavior<Message> seen(Seen seen) {
    List<Generation> inUse =
        seen.step().generations().stream()
            .filter(it -> it.state() != Generation.State.OLD)
            .toList();
    Set<String> wanted = new HashSet<>();
    for (Generation generation : inUse) {
      Running known =
          running.computeIfAbsent(
              generation.projection(),
              name ->
                  start(name, it -> projections.ofGeneration(generation, it), generation.moved()));
      if (known.moved().equals(generation.moved())) {
        wanted.add(generation.projection());
      }
    }
    if (!parts.neverRebuilt().isEmpty()) {
      wanted.add(Projections.ONCE);
      running.computeIfAbsent(
          Projections.ONCE, name -> start(name, projections::neverRebuilt, Map.of()));
    }
    running.forEach(
        (name, projection) -> {
          if (!wanted.contains(name)) {
            projection.actor().tell(ProjectionBehavior.stopMessage());
          }
        });
    timers.startSingleTimer(new Look(), seen.step().more() ? SOON : EVERY);
    return this;
  }

  private Running start(
      String name,
      Function<Branch, Behavior<ProjectionBehavior.Command>> projection,
      Map<Part, Integer> moved) {
    Branch written = branch.child(name, "projection");
    ActorRef<ProjectionBehavior.Command> child =
        getContext().spawn(projection.apply(written), name);
    getContext().watch(child);
    return new Running(child, written, moved);
  }

  /** One that is still wanted is begun again at the next look. */
  private Behavior<Message> ended(Terminated gone) {
    Running ended = running.remove(gone.getRef().path().name());
    if (ended != null) {
      ended.branch().forgotten();
    }
    return this;
  }

  private Behavior<Message> notSeen(NotSeen failed) {
    getContext().getLog().warn("the read side waits: {}", failed.why().toString());
    timers.startSingleTimer(new Look(), EVERY);
    return this;
  }
}
