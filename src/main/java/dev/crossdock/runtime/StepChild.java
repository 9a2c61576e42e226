package dev.crossdock.runtime;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.Report;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.PartnerCall;
import dev.crossdock.partner.PartnerCall.Mode;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * One call in flight: runs its errand through a gateway, reports what became of it, again and again
 * until its parent has it and stops it. It always reports: its own deadline is the gateway's
 * patience and the call's, a little longer. What it does not want any more is not sent any more.
 */
final class StepChild {
  /** How long a call may wait in its gateway's queue before it counts as not made. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration GRACE = Duration.ofSeconds(2);

  private final ActorContext<Message> context;
  private final TimerScheduler<Message> timers;
  private final Call call;
  private final Route route;
  private final Sendings sendings;
  private final ActorRef<Ended> home;
  private final Surroundings surroundings;

  /** What the child is told. */
  sealed interface Message {}

  private record Came(PartnerCall call, Outcome outcome) implements Message {}

  private record Late(Mode mode) implements Message {}

  private record TellAgain() implements Message {}

  /**
   * Where and how a call goes.
   *
   * @param again whether it was tried before: it takes from the partner's retry budget
   */
  record Route(
      String partner, ActorRef<Gateway.Message> gateway, Duration deadline, boolean again) {}

  /** What was given to the gateway; outlives the child's restarts. */
  private static final class Sendings {
    private Ticket last = new Ticket();
    private Ticket lastDo = new Ticket();

    Ticket begun(Mode mode) {
      last = new Ticket();
      lastDo = mode == Mode.DO ? last : lastDo;
      return last;
    }
  }

  /** Whether a request of an earlier errand may have been, or may yet be, acted on. */
  private boolean doubted;

  private StepChild(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      Call call,
      Route route,
      Sendings sendings,
      ActorRef<Ended> home,
      Surroundings surroundings) {
    this.context = context;
    this.timers = timers;
    this.call = call;
    this.route = route;
    this.sendings = sendings;
    this.home = home;
    this.surroundings = surroundings;
  }

  /** A child that runs the errand; begun again after a failure it looks up before it does. */
  static Behavior<Message> create(
      Call call, Route route, ActorRef<Ended> home, Surroundings surroundings) {
    Sendings sendings = new Sendings();
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new StepChild(context, timers, call, route, sendings, home, surroundings)
                        .begin()));
  }

  private Behavior<Message> begin() {
    boolean mayBeDone = sendings.lastDo.isTaken() && !call.isRead() && !call.id().undo();
    doubted = mayBeDone || call.errand() != Call.Errand.DO;
    return switch (call.errand()) {
      case DO -> mayBeDone ? lookUp(true) : send();
      case LOOK_UP_THEN_DO -> lookUp(true);
      case LOOK_UP -> lookUp(false);
    };
  }

  private Behavior<Message> send() {
    submit(Mode.DO);
    return waiting(Mode.DO, false);
  }

  private Behavior<Message> lookUp(boolean thenDo) {
    submit(Mode.LOOK_UP);
    return waiting(Mode.LOOK_UP, thenDo);
  }

  private void submit(Mode mode) {
    PartnerCall request = new PartnerCall(call.ask(), call.key(), mode, route.deadline());
    ActorRef<Gateway.Answered> answers =
        context.messageAdapter(
            Gateway.Answered.class, answered -> new Came(answered.call(), answered.outcome()));
    Ticket ticket = sendings.begun(mode);
    route
        .gateway()
        .tell(
            new Gateway.Submit(request, call.promise(), route.again(), PATIENCE, ticket, answers));
    timers.startSingleTimer(new Late(mode), PATIENCE.plus(route.deadline()).plus(GRACE));
  }

  /** What an earlier life of this child was still waiting for is not what is waited for now. */
  private Behavior<Message> waiting(Mode mode, boolean thenDo) {
    return Behaviors.receive(Message.class)
        .onMessage(
            Came.class,
            came -> came.call().mode() == mode,
            came -> came(came.outcome(), mode, thenDo))
        .onMessage(Late.class, late -> late.mode() == mode, late -> late(mode, thenDo))
        .onMessage(Message.class, any -> Behaviors.same())
        .onSignal(PreRestart.class, any -> unwanted())
        .onSignal(PostStop.class, any -> unwanted())
        .build();
  }

  private Behavior<Message> unwanted() {
    sendings.last.withdraw();
    return Behaviors.same();
  }

  private Behavior<Message> late(Mode mode, boolean thenDo) {
    sendings.last.withdraw();
    Reach reach = sendings.last.isTaken() ? Reach.MAYBE_ACTED_ON : Reach.HELD_BACK;
    return came(new Unanswered(reach, "no answer from the gateway", null), mode, thenDo);
  }

  private Behavior<Message> came(Outcome outcome, Mode mode, boolean thenDo) {
    boolean lookingUp = mode == Mode.LOOK_UP;
    boolean absent =
        outcome instanceof Outcome.Succeeded(Answer answer) && answer instanceof Answer.Absent;
    if (lookingUp && thenDo && absent) {
      return send();
    }
    Outcome told = doubted && outcome instanceof Unanswered u ? stillInDoubt(u) : outcome;
    double jitter = surroundings.dice().getAsDouble();
    Report report = new Report(call.id(), route.partner(), told, jitter);
    return reported(new Ended(report, context.getSelf()));
  }

  private Behavior<Message> reported(Ended ended) {
    home.tell(ended);
    timers.cancelAll();
    timers.startTimerWithFixedDelay(new TellAgain(), surroundings.limits().tellAgain());
    return Behaviors.receive(Message.class)
        .onMessage(
            TellAgain.class,
            any -> {
              home.tell(ended);
              return Behaviors.same();
            })
        .onMessage(Message.class, any -> Behaviors.same())
        .build();
  }

  /**
   * What was in doubt stays in doubt until it is answered, however far this errand got: a request
   * of an earlier one may still be on its way.
   */
  private static Outcome stillInDoubt(Unanswered outcome) {
    return new Unanswered(Reach.MAYBE_ACTED_ON, outcome.reason(), outcome.retryAfter());
  }
}
