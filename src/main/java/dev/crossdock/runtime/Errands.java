package dev.crossdock.runtime;

import dev.crossdock.estimate.Operation;
import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.Work;
import dev.crossdock.ops.Recorder;
import dev.crossdock.ops.Supervision.Branch;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.settings.PartnerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;

/**
 * The calls that one entity has in flight: one child each. What must be in flight the state says;
 * this only sees to it.
 *
 * @param <M> the entity's messages
 */
final class Errands<M> {
  private static final Duration FARTHEST = Duration.ofDays(1);

  private final ActorContext<M> context;
  private final TimerScheduler<M> timers;
  private final Partners partners;
  private final Surroundings surroundings;
  private final Branch branch;
  private final Function<Ended, M> wrapped;
  private final M timeCame;
  private final ActorRef<Ended> home;
  private final Map<CallId, Flight> inFlight = new HashMap<>();
  private final Set<CallId> suspects = new HashSet<>();

  private record Flight(ActorRef<?> child, Call call, List<String> partners, Instant due) {}

  Errands(
      ActorContext<M> context,
      TimerScheduler<M> timers,
      Partners partners,
      Surroundings surroundings,
      Branch branch,
      Function<Ended, M> wrapped,
      M timeCame) {
    this.context = context;
    this.timers = timers;
    this.partners = partners;
    this.surroundings = surroundings;
    this.branch = branch;
    this.wrapped = wrapped;
    this.timeCame = timeCame;
    this.home = context.messageAdapter(Ended.class, wrapped::apply);
  }

  /** After a recovery: these may have been sent by an earlier life of the entity. */
  void suspect(Set<CallId> calls) {
    suspects.addAll(calls);
  }

  Set<CallId> suspects() {
    return Set.copyOf(suspects);
  }

  boolean isIdle() {
    return inFlight.isEmpty();
  }

  /**
   * Begins what is due and not under way, ends reads that nobody wants any more, sets the timer.
   *
   * @param nextDue in the future
   */
  void keepGoing(List<Call> due, Work work, Optional<Instant> nextDue) {
    Set<CallId> wanted = new HashSet<>();
    for (Call call : due) {
      wanted.add(call.id());
      if (!inFlight.containsKey(call.id())) {
        begin(call, work.run(call.id()));
      }
    }
    inFlight.values().removeIf(flight -> isUnwanted(flight, wanted));
    setTimer(nextDue);
  }

  /**
   * A call has come to an end, for the first time if its child is still known.
   *
   * @return whether this is to be taken: not when it comes again, or from a child of an earlier
   *     life
   */
  boolean ended(Ended ended) {
    CallId id = ended.report().call();
    Flight flight = inFlight.get(id);
    if (flight == null || !flight.child().equals(ended.child())) {
      return false;
    }
    inFlight.remove(id);
    suspects.remove(id);
    learn(flight, ended.report().outcome());
    timers.cancel(id);
    stop(flight);
    return true;
  }

  /** Of calls that did what they were to do at once. */
  private void learn(Flight flight, Outcome outcome) {
    if (outcome instanceof Outcome.Succeeded && flight.call().errand() == Call.Errand.DO) {
      Instant now = surroundings.clock().instant();
      Duration whole = Duration.between(flight.due(), now);
      Operation operation = Operation.of(flight.call().ask());
      flight
          .partners()
          .forEach(name -> surroundings.board().whole().took(name, operation, whole, now));
    }
  }

  /** A child has failed past its bound: the attempt has failed, never the order. */
  void gone(ActorRef<Void> child, @Nullable Throwable cause) {
    inFlight.values().stream()
        .filter(flight -> flight.child().equals(child))
        .findFirst()
        .ifPresent(flight -> owe(flight, Reach.MAYBE_ACTED_ON, "its actor failed: " + cause));
  }

  private boolean isUnwanted(Flight flight, Set<CallId> wanted) {
    if (wanted.contains(flight.call().id()) || !flight.call().isRead()) {
      return false;
    }
    timers.cancel(flight.call().id());
    stop(flight);
    return true;
  }

  private void stop(Flight flight) {
    if (!flight.child().equals(context.getSelf())) {
      context.unwatch(flight.child());
      context.stop(flight.child());
    }
  }

  /** Moments that have passed are in flight already, or wait for something other than time. */
  private void setTimer(Optional<Instant> nextDue) {
    nextDue
        .map(at -> Duration.between(surroundings.clock().instant(), at).plusMillis(1))
        .map(wait -> wait.compareTo(FARTHEST) < 0 ? wait : FARTHEST)
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .ifPresentOrElse(
            wait -> timers.startSingleTimer(timeCame, wait), () -> timers.cancel(timeCame));
  }

  private void begin(Call call, Optional<StepRun> run) {
    boolean again = run.filter(it -> it.attempts() > 0).isPresent();
    Instant due = run.flatMap(StepRun::nextDue).orElseGet(surroundings.clock()::instant);
    List<StepChild.Route> routes =
        partners.names(call.ask().kind(), call.partner()).stream()
            .flatMap(name -> route(call, name, again).stream())
            .toList();
    ActorRef<?> child = routes.isEmpty() ? context.getSelf() : child(call, routes);
    Flight flight =
        new Flight(child, call, routes.stream().map(StepChild.Route::partner).toList(), due);
    inFlight.put(call.id(), flight);
    if (routes.isEmpty()) {
      owe(flight, Reach.HELD_BACK, "no such partner is configured");
    } else {
      context.watch(child);
    }
  }

  private ActorRef<?> child(Call call, List<StepChild.Route> routes) {
    return call.id().step() == Step.QUOTE_RATES
        ? spawn(
            RateRound.Message.class, RateRound.create(call, routes, home, surroundings), call.id())
        : spawn(
            StepChild.Message.class,
            StepChild.create(call, routes.getFirst(), home, surroundings),
            call.id());
  }

  private <C> ActorRef<C> spawn(Class<C> messages, Behavior<C> behavior, CallId id) {
    var bounded =
        SupervisorStrategy.restart()
            .withLimit(surroundings.limits().childRestartsMax(), Duration.ofMinutes(1));
    return context.spawnAnonymous(
        Recorder.supervised(messages, branch.child(name(id), "step"), behavior, bounded));
  }

  private static String name(CallId id) {
    String name = id.step().label() + (id.undo() ? "-undo" : "");
    return id.step() == Step.NOTIFY
        ? name + "-" + Milestone.ofRevision(id.revision()).name().toLowerCase(Locale.ROOT)
        : name;
  }

  private Optional<StepChild.Route> route(Call call, String name, boolean again) {
    PartnerSettings settings = partners.settings(name);
    ActorRef<Gateway.Message> gateway = partners.gateway(name);
    if (settings == null || gateway == null) {
      return Optional.empty();
    }
    Duration deadline =
        settings.deadline().compareTo(call.deadline()) < 0 ? settings.deadline() : call.deadline();
    return Optional.of(new StepChild.Route(name, gateway, deadline, again));
  }

  /** Says itself what nobody else will say any more, until it is taken. */
  private void owe(Flight flight, Reach reach, String reason) {
    Call call = flight.call();
    String who = call.partner() == null ? call.ask().kind().label() : call.partner();
    var outcome = new Unanswered(reach, reason, null);
    Report report = new Report(call.id(), who, outcome, surroundings.dice().getAsDouble());
    timers.startTimerWithFixedDelay(
        call.id(),
        wrapped.apply(new Ended(report, flight.child())),
        Duration.ZERO,
        surroundings.limits().tellAgain());
  }
}
