package dev.crossdock.runtime;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.Work;
import dev.crossdock.ops.Supervision.Branch;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.settings.PartnerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * The calls that one entity has in flight: one child each. What must be in flight the state says;
 * this only sees to it.
 *
 * @param <M> the entity's messages
 */
final class Errands<M> {
  private final ActorContext<M> context;
  private final TimerScheduler<M> timers;
  private final Partners partners;
  private final Surroundings surroundings;
  private final Branch branch;
  private final Function<Report, M> wrapped;
  private final M timeCame;
  private final ActorRef<Report> reports;
  private final Map<CallId, Flight> inFlight = new HashMap<>();
  private final Set<CallId> suspects = new HashSet<>();

  private record Flight(ActorRef<?> child, Call call) {}

  Errands(
      ActorContext<M> context,
      TimerScheduler<M> timers,
      Partners partners,
      Surroundings surroundings,
      Branch branch,
      Function<Report, M> wrapped,
      M timeCame) {
    this.context = context;
    this.timers = timers;
    this.partners = partners;
    this.surroundings = surroundings;
    this.branch = branch;
    this.wrapped = wrapped;
    this.timeCame = timeCame;
    this.reports = context.messageAdapter(Report.class, wrapped::apply);
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
   */
  void keepGoing(List<Call> due, Work work, Optional<Instant> nextDue) {
    Set<CallId> wanted = new HashSet<>();
    for (Call call : due) {
      wanted.add(call.id());
      if (!inFlight.containsKey(call.id())) {
        begin(call, work.run(call.id()).filter(run -> run.attempts() > 0).isPresent());
      }
    }
    inFlight.values().removeIf(flight -> isUnwanted(flight, wanted));
    setTimer(nextDue);
  }

  /** The child that reported is gone, or about to be. */
  void ended(CallId id) {
    inFlight.remove(id);
    suspects.remove(id);
  }

  /**
   * A child has failed past its bound: the attempt has failed, never the order.
   *
   * @return the report that it owes; empty if it had reported, or is not ours
   */
  Optional<Report> failed(ActorRef<Void> child, Throwable cause) {
    return inFlight.values().stream()
        .filter(flight -> flight.child().equals(child))
        .map(Flight::call)
        .findFirst()
        .map(call -> report(call, Reach.MAYBE_ACTED_ON, "its actor failed: " + cause));
  }

  private boolean isUnwanted(Flight flight, Set<CallId> wanted) {
    if (wanted.contains(flight.call().id()) || !flight.call().isRead()) {
      return false;
    }
    context.unwatch(flight.child());
    context.stop(flight.child());
    return true;
  }

  private void setTimer(Optional<Instant> nextDue) {
    Instant now = surroundings.clock().instant();
    nextDue.ifPresentOrElse(
        at -> timers.startSingleTimer(timeCame, Duration.between(now, at).plusMillis(1)),
        () -> timers.cancel(timeCame));
  }

  private void begin(Call call, boolean again) {
    List<StepChild.Route> routes =
        partners.names(call.ask().kind(), call.partner()).stream()
            .flatMap(name -> route(call, name, again).stream())
            .toList();
    if (routes.isEmpty()) {
      context
          .getSelf()
          .tell(wrapped.apply(report(call, Reach.HELD_BACK, "no such partner is configured")));
      inFlight.put(call.id(), new Flight(context.getSelf(), call));
      return;
    }
    String name = call.id().step().label() + (call.id().undo() ? "-undo" : "");
    ActorRef<?> child =
        call.id().step() == Step.QUOTE_RATES
            ? spawn(
                RateRound.Message.class,
                RateRound.create(call, routes, reports, surroundings),
                name)
            : spawn(
                StepChild.Message.class,
                StepChild.create(call, routes.getFirst(), reports, surroundings),
                name);
    context.watch(child);
    inFlight.put(call.id(), new Flight(child, call));
  }

  private <C> ActorRef<C> spawn(Class<C> messages, Behavior<C> behavior, String name) {
    var bounded =
        SupervisorStrategy.restart()
            .withLimit(surroundings.limits().childRestartsMax(), Duration.ofMinutes(1));
    return context.spawnAnonymous(
        Recorder.supervised(messages, branch.child(name, "step"), behavior, bounded));
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

  private Report report(Call call, Reach reach, String reason) {
    String who = call.partner() == null ? call.ask().kind().label() : call.partner();
    return new Report(
        call.id(), who, new Unanswered(reach, reason, null), surroundings.dice().getAsDouble());
  }
}
