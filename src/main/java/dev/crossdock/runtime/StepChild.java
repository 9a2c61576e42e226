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
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * One call in flight: runs its errand through a gateway, reports what became of it, and stops. It
 * always reports: its own deadline is the gateway's patience and the call's, a little longer.
 */
final class StepChild {
  /** How long a call may wait in its gateway's queue before it counts as not made. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration GRACE = Duration.ofSeconds(1);

  private final ActorContext<Message> context;
  private final TimerScheduler<Message> timers;
  private final Call call;
  private final String partner;
  private final ActorRef<Gateway.Message> gateway;
  private final Duration deadline;
  private final boolean again;
  private final AtomicBoolean sent;
  private final ActorRef<Report> replyTo;
  private final Surroundings surroundings;

  /** What the child is told. */
  sealed interface Message {}

  private record Came(Outcome outcome) implements Message {}

  private record Late() implements Message {}

  /**
   * Where and how a call goes.
   *
   * @param again whether it was tried before: it takes from the partner's retry budget
   */
  record Route(
      String partner, ActorRef<Gateway.Message> gateway, Duration deadline, boolean again) {}

  private StepChild(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      Call call,
      Route route,
      AtomicBoolean sent,
      ActorRef<Report> replyTo,
      Surroundings surroundings) {
    this.context = context;
    this.timers = timers;
    this.call = call;
    this.partner = route.partner();
    this.gateway = route.gateway();
    this.deadline = route.deadline();
    this.again = route.again();
    this.sent = sent;
    this.replyTo = replyTo;
    this.surroundings = surroundings;
  }

  /** A child that runs the errand; begun again after a failure it looks up before it does. */
  static Behavior<Message> create(
      Call call, Route route, ActorRef<Report> replyTo, Surroundings surroundings) {
    AtomicBoolean sent = new AtomicBoolean();
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new StepChild(context, timers, call, route, sent, replyTo, surroundings)
                        .begin()));
  }

  private Behavior<Message> begin() {
    boolean mayBeDone = sent.get() && !call.isRead() && !call.id().undo();
    return switch (call.errand()) {
      case DO -> mayBeDone ? lookUp(true) : send();
      case LOOK_UP_THEN_DO -> lookUp(true);
      case LOOK_UP -> lookUp(false);
    };
  }

  private Behavior<Message> send() {
    submit(Mode.DO);
    sent.set(true);
    return waiting(false, false);
  }

  private Behavior<Message> lookUp(boolean thenDo) {
    submit(Mode.LOOK_UP);
    return waiting(true, thenDo);
  }

  private void submit(Mode mode) {
    PartnerCall request = new PartnerCall(call.ask(), call.key(), mode, deadline);
    ActorRef<Gateway.Answered> answers =
        context.messageAdapter(Gateway.Answered.class, answered -> new Came(answered.outcome()));
    gateway.tell(new Gateway.Submit(request, call.promise(), again, PATIENCE, answers));
    timers.startSingleTimer(new Late(), PATIENCE.plus(deadline).plus(GRACE));
  }

  private Behavior<Message> waiting(boolean lookingUp, boolean thenDo) {
    return Behaviors.receive(Message.class)
        .onMessage(Came.class, came -> came(came.outcome(), lookingUp, thenDo))
        .onMessage(Late.class, any -> came(noAnswer(), lookingUp, thenDo))
        .build();
  }

  private Behavior<Message> came(Outcome outcome, boolean lookingUp, boolean thenDo) {
    boolean absent =
        outcome instanceof Outcome.Succeeded(Answer answer) && answer instanceof Answer.Absent;
    if (lookingUp && thenDo && absent) {
      return send();
    }
    Outcome told = lookingUp && outcome instanceof Unanswered u ? stillInDoubt(u) : outcome;
    double jitter = surroundings.dice().getAsDouble();
    replyTo.tell(new Report(call.id(), partner, told, jitter));
    return Behaviors.stopped();
  }

  /** A look-up that was not answered leaves what was looked up as much in doubt as it was. */
  private static Outcome stillInDoubt(Unanswered outcome) {
    return new Unanswered(
        Reach.MAYBE_ACTED_ON, "look-up: " + outcome.reason(), outcome.retryAfter());
  }

  private static Outcome noAnswer() {
    return new Unanswered(Reach.MAYBE_ACTED_ON, "no answer from the gateway", null);
  }
}
