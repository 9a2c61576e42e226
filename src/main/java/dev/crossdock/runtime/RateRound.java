package dev.crossdock.runtime;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.Report;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.PartnerCall;
import dev.crossdock.partner.Rate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;

/** Asks every carrier for rates at once, and takes what has arrived by the deadline. */
final class RateRound {
  private final Call call;
  private final List<StepChild.Route> carriers;
  private final ActorRef<Report> replyTo;
  private final Surroundings surroundings;
  private final List<Rate> rates = new ArrayList<>();
  private @Nullable Outcome refused;
  private @Nullable String missed;
  private int open;

  /** What the round is told. */
  sealed interface Message {}

  private record Came(Gateway.Answered answered) implements Message {}

  private record TimeIsUp() implements Message {}

  private RateRound(
      Call call,
      List<StepChild.Route> carriers,
      ActorRef<Report> replyTo,
      Surroundings surroundings) {
    this.call = call;
    this.carriers = carriers;
    this.replyTo = replyTo;
    this.surroundings = surroundings;
  }

  /**
   * A round.
   *
   * @param carriers one at least
   */
  static Behavior<Message> create(
      Call call,
      List<StepChild.Route> carriers,
      ActorRef<Report> replyTo,
      Surroundings surroundings) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new RateRound(call, carriers, replyTo, surroundings).begin(context, timers)));
  }

  private Behavior<Message> begin(ActorContext<Message> context, TimerScheduler<Message> timers) {
    ActorRef<Gateway.Answered> answers = context.messageAdapter(Gateway.Answered.class, Came::new);
    for (StepChild.Route carrier : carriers) {
      var request =
          new PartnerCall(call.ask(), call.key(), PartnerCall.Mode.DO, carrier.deadline());
      carrier
          .gateway()
          .tell(
              new Gateway.Submit(
                  request, call.promise(), carrier.again(), call.deadline(), answers));
    }
    open = carriers.size();
    timers.startSingleTimer(new TimeIsUp(), call.deadline());
    return Behaviors.receive(Message.class)
        .onMessage(Came.class, this::came)
        .onMessage(TimeIsUp.class, any -> over("not every carrier answered in time"))
        .build();
  }

  private Behavior<Message> came(Came came) {
    switch (came.answered().outcome()) {
      case Outcome.Succeeded(Answer.Quoted quoted) -> rates.addAll(quoted.rates());
      case Outcome.Succeeded other -> missed = "no rates but " + other.answer();
      case Outcome.Refused no -> refused = no;
      case Unanswered none -> missed = came.answered().partner() + ": " + none.reason();
    }
    open--;
    return open == 0 ? over(missed) : Behaviors.same();
  }

  private Behavior<Message> over(@Nullable String missing) {
    String who = carriers.size() == 1 ? carriers.getFirst().partner() : "carriers";
    double jitter = surroundings.dice().getAsDouble();
    replyTo.tell(new Report(call.id(), who, outcome(missing), jitter));
    return Behaviors.stopped();
  }

  /** No rate at all counts as an answer only when every carrier gave one. */
  private Outcome outcome(@Nullable String missing) {
    if (rates.isEmpty() && missing != null) {
      return new Unanswered(Reach.NOT_ACTED_ON, missing, null);
    }
    return rates.isEmpty() && refused != null
        ? refused
        : new Outcome.Succeeded(new Answer.Quoted(rates));
  }
}
