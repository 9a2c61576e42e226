package dev.crossdock.runtime;

import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.Partner;
import dev.crossdock.partner.PartnerCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * The one door to a partner on this node: breaker, rate limit, bound on what is under way, and a
 * bounded queue that the nearest promise leaves first. It never retries. What it does not let
 * through is answered at once as {@link Reach#HELD_BACK}.
 */
final class Gateway extends AbstractBehavior<Gateway.Message> {

  /** What a gateway is told. */
  sealed interface Message {}

  /**
   * A call to make.
   *
   * @param promise by when its order was promised
   * @param patience how long it may queue
   */
  record Submit(
      PartnerCall call,
      Instant promise,
      boolean again,
      Duration patience,
      ActorRef<Answered> replyTo)
      implements Message {}

  /** What became of a call, and who was asked. */
  record Answered(String partner, Outcome outcome) {}

  private record Ended(Outcome outcome, long startedNanos, ActorRef<Answered> replyTo)
      implements Message {}

  private record RateAllows() implements Message {}

  private record Queued(Submit submit, Instant until, long number) {}

  private final String name;
  private final Partner partner;
  private final Admission admission;
  private final Surroundings surroundings;
  private final TimerScheduler<Message> timers;
  private final PriorityQueue<Queued> queue =
      new PriorityQueue<>(
          Comparator.comparing((Queued queued) -> queued.submit.promise)
              .thenComparingLong(Queued::number));
  private int underWay;
  private long submitted;

  private Gateway(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      String name,
      Partner partner,
      Admission admission,
      Surroundings surroundings) {
    super(context);
    this.timers = timers;
    this.name = name;
    this.partner = partner;
    this.admission = admission;
    this.surroundings = surroundings;
  }

  /** A gateway to a partner; the admission survives its restarts, so that the breaker does. */
  static Behavior<Message> create(
      String name, Partner partner, Admission admission, Surroundings surroundings) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new Gateway(context, timers, name, partner, admission, surroundings)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Submit.class, this::submit)
        .onMessage(Ended.class, this::ended)
        .onMessage(RateAllows.class, any -> next())
        .build();
  }

  private Behavior<Message> submit(Submit submit) {
    String why = admission.whyNot(queue.size(), submit.again());
    if (why != null) {
      return heldBack(submit, why);
    }
    Instant until = surroundings.clock().instant().plus(submit.patience());
    queue.add(new Queued(submit, until, submitted++));
    return next();
  }

  /** Lets through as many as may go now. */
  private Behavior<Message> next() {
    while (!queue.isEmpty() && underWay < admission.concurrencyMax()) {
      Queued head = queue.element();
      if (surroundings.clock().instant().isAfter(head.until())) {
        queue.remove();
        heldBack(head.submit(), "waited too long in the queue");
        continue;
      }
      switch (admission.ask()) {
        case Admission.Later later -> {
          timers.startSingleTimer(new RateAllows(), later.delay());
          return this;
        }
        case Admission.No no -> heldBack(queue.remove().submit(), no.why());
        case Admission.Go go -> begin(queue.remove().submit());
      }
    }
    return this;
  }

  private Behavior<Message> begin(Submit submit) {
    underWay++;
    long started = System.nanoTime();
    getContext()
        .pipeToSelf(
            partner.call(submit.call()),
            (outcome, failure) ->
                new Ended(failure == null ? outcome : broken(failure), started, submit.replyTo()));
    return this;
  }

  private Behavior<Message> ended(Ended ended) {
    underWay--;
    admission.ended(ended.outcome(), System.nanoTime() - ended.startedNanos());
    ended.replyTo().tell(new Answered(name, ended.outcome()));
    return next();
  }

  private Behavior<Message> heldBack(Submit submit, String why) {
    Outcome outcome = new Unanswered(Reach.HELD_BACK, why, admission.retryAfter());
    submit.replyTo().tell(new Answered(name, outcome));
    return this;
  }

  private static Outcome broken(Throwable failure) {
    return new Unanswered(Reach.MAYBE_ACTED_ON, "the adapter failed: " + failure, null);
  }
}
