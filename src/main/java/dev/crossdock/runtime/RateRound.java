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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;

/**
 * Asks every carrier for rates at once, takes what has arrived by the deadline, and reports it
 * until its parent stops it.
 */
final class RateRound {
  private final ActorContext<Message> context;
  private final TimerScheduler<Message> timers;
  private final Call call;
  private final List<StepChild.Route> carriers;
  private final ActorRef<Ended> home;
  private final Surroundings surroundings;
  private final List<Rate> rates = new ArrayList<>();
  private final Map<String, Ticket> awaited = new HashMap<>();
  private @Nullable Outcome refused;
  private @Nullable Unanswered missed;

  /** What the round is told. */
  sealed interface Message {}

  private record Came(Gateway.Answered answered) implements Message {}

  private record TimeIsUp() implements Message {}

  private record TellAgain() implements Message {}

  private RateRound(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      Call call,
      List<StepChild.Route> carriers,
      ActorRef<Ended> home,
      Surroundings surroundings) {
    this.context = context;
    this.timers = timers;
    this.call = call;
    this.carriers = carriers;
    this.home = home;
    this.surroundings = surroundings;
  }

  /**
   * A round.
   *
   * @param carriers one at least
   */
  static Behavior<Message> create(
      Call call, List<StepChild.Route> carriers, ActorRef<Ended> home, Surroundings surroundings) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new RateRound(context, timers, call, carriers, home, surroundings).begin()));
  }

  private Behavior<Message> begin() {
    ActorRef<Gateway.Answered> answers = context.messageAdapter(Gateway.Answered.class, Came::new);
    carriers.forEach(carrier -> ask(carrier, answers));
    timers.startSingleTimer(new TimeIsUp(), call.deadline());
    return Behaviors.receive(Message.class)
        .onMessage(Came.class, this::came)
        .onMessage(TimeIsUp.class, any -> timeIsUp())
        .onMessage(Message.class, any -> Behaviors.same())
        .onSignal(PreRestart.class, any -> unwanted())
        .onSignal(PostStop.class, any -> unwanted())
        .build();
  }

  private void ask(StepChild.Route carrier, ActorRef<Gateway.Answered> answers) {
    Ticket ticket = new Ticket();
    awaited.put(carrier.partner(), ticket);
    var request = new PartnerCall(call.ask(), call.key(), PartnerCall.Mode.DO, carrier.deadline());
    carrier
        .gateway()
        .tell(
            new Gateway.Submit(
                request, call.promise(), carrier.again(), call.deadline(), ticket, answers));
  }

  private Behavior<Message> unwanted() {
    awaited.values().forEach(Ticket::withdraw);
    return Behaviors.same();
  }

  /**
   * What an earlier life of this round had asked for may come, too: one answer a carrier counts.
   */
  private Behavior<Message> came(Came came) {
    if (awaited.remove(came.answered().partner()) == null) {
      return Behaviors.same();
    }
    switch (came.answered().outcome()) {
      case Outcome.Succeeded(Answer.Quoted quoted) -> rates.addAll(quoted.rates());
      case Outcome.Succeeded other -> miss(Reach.NOT_ACTED_ON, "no rates but " + other.answer());
      case Outcome.Refused no -> refused = no;
      case Unanswered none -> miss(none.reach(), came.answered().partner() + ": " + none.reason());
    }
    return awaited.isEmpty() ? over() : Behaviors.same();
  }

  private Behavior<Message> timeIsUp() {
    unwanted();
    miss(Reach.NOT_ACTED_ON, "not every carrier answered in time");
    return over();
  }

  /** The round was held back only if every call of it was. */
  private void miss(Reach reach, String why) {
    boolean held = reach == Reach.HELD_BACK && (missed == null || missed.reach() == reach);
    missed = new Unanswered(held ? reach : Reach.NOT_ACTED_ON, why, null);
  }

  private Behavior<Message> over() {
    String who = carriers.size() == 1 ? carriers.getFirst().partner() : "carriers";
    double jitter = surroundings.dice().getAsDouble();
    Ended ended = new Ended(new Report(call.id(), who, outcome(), jitter), context.getSelf());
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

  /** No rate at all counts as an answer only when every carrier gave one. */
  private Outcome outcome() {
    if (rates.isEmpty() && missed != null) {
      return missed;
    }
    return rates.isEmpty() && refused != null
        ? refused
        : new Outcome.Succeeded(new Answer.Quoted(rates));
  }
}
