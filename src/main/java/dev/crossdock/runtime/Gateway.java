package dev.crossdock.runtime;

import dev.crossdock.estimate.QueueStatus;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.Partner;
import dev.crossdock.partner.PartnerCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
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
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** What is new is on the board so soon; that a breaker opens or closes at once. */
  private static final Duration SHOWN_AFTER = Duration.ofMillis(500);

  private static final Show SHOW = new Show();

  /** So many promises are shown of a queue. */
  private static final int PROMISES = 16;

  /** What a gateway is told. */
  sealed interface Message {}

  /**
   * A call to make.
   *
   * @param promise by when its order was promised
   * @param patience how long it may queue
   * @param ticket taken when it is sent; nothing is answered when it was withdrawn before
   */
  record Submit(
      PartnerCall call,
      Instant promise,
      boolean again,
      Duration patience,
      Ticket ticket,
      ActorRef<Answered> replyTo)
      implements Message {}

  /** What became of a call, and who was asked. */
  record Answered(String partner, PartnerCall call, Outcome outcome) {}

  private record Ended(Outcome outcome, long startedNanos, Submit submit) implements Message {}

  private record Show() implements Message {}

  private record RateAllows() implements Message {}

  private record Queued(Submit submit, Instant until, long number) {}

  private final String name;
  private final Partner partner;
  private final Admission admission;
  private final Traffic traffic;
  private final Surroundings surroundings;
  private final TimerScheduler<Message> timers;
  private final PriorityQueue<Queued> queue =
      new PriorityQueue<>(
          Comparator.comparing((Queued queued) -> queued.submit.promise)
              .thenComparingLong(Queued::number));
  private long submitted;

  private Gateway(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      String name,
      Partner partner,
      Admission admission,
      Traffic traffic,
      Surroundings surroundings) {
    super(context);
    this.timers = timers;
    this.name = name;
    this.partner = partner;
    this.admission = admission;
    this.traffic = traffic;
    this.surroundings = surroundings;
  }

  /**
   * A gateway to a partner; admission and traffic survive its restarts, so that the breaker and
   * what was seen of the partner do.
   */
  static Behavior<Message> create(
      String name,
      Partner partner,
      Admission admission,
      Traffic traffic,
      Surroundings surroundings) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new Gateway(context, timers, name, partner, admission, traffic, surroundings)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Submit.class, this::submit)
        .onMessage(Ended.class, this::ended)
        .onMessage(RateAllows.class, any -> next())
        .onMessage(Show.class, any -> show())
        .onSignal(PreRestart.class, any -> empty())
        .onSignal(PostStop.class, any -> empty())
        .build();
  }

  private Behavior<Message> submit(Submit submit) {
    if (admission.isFull(queue.size())) {
      return heldBack(submit, "the queue is full");
    }
    Instant until = surroundings.clock().instant().plus(submit.patience());
    queue.add(new Queued(submit, until, submitted++));
    return next();
  }

  private Behavior<Message> next() {
    letThrough();
    if (traffic.isBreakerNews()) {
      return show();
    }
    if (!timers.isTimerActive(SHOW)) {
      timers.startSingleTimer(SHOW, SHOW, SHOWN_AFTER);
    }
    return this;
  }

  private Behavior<Message> show() {
    traffic.show(queueStatus(), surroundings.clock().instant());
    return this;
  }

  private QueueStatus queueStatus() {
    if (queue.isEmpty()) {
      return QueueStatus.EMPTY;
    }
    List<Instant> promises = queue.stream().map(it -> it.submit().promise()).sorted().toList();
    int step = Math.max(1, promises.size() / PROMISES);
    List<Instant> some =
        IntStream.range(0, promises.size())
            .filter(i -> i % step == 0)
            .mapToObj(promises::get)
            .toList();
    return new QueueStatus(promises.size(), some);
  }

  /** Lets through as many as may go now. */
  private void letThrough() {
    while (!queue.isEmpty() && !admission.isBusy()) {
      Queued head = queue.element();
      if (!head.submit().ticket().isOpen()) {
        queue.remove();
        continue;
      }
      if (surroundings.clock().instant().isAfter(head.until())) {
        heldBack(queue.remove().submit(), "waited too long in the queue");
        continue;
      }
      switch (admission.ask(head.submit().again())) {
        case Admission.Later later -> {
          timers.startSingleTimer(new RateAllows(), later.delay());
          return;
        }
        case Admission.No no -> heldBack(queue.remove().submit(), no.why());
        case Admission.Go go -> begin(queue.remove().submit());
      }
    }
  }

  private void begin(Submit submit) {
    long started = System.nanoTime();
    if (!submit.ticket().take()) {
      admission.ended(new Unanswered(Reach.HELD_BACK, "withdrawn", null), 0);
      return;
    }
    getContext()
        .pipeToSelf(
            called(submit.call()),
            (outcome, failure) ->
                new Ended(failure == null ? outcome : broken(failure), started, submit));
  }

  /** What an adapter must not do is borne all the same: to throw, and never to answer. */
  private CompletionStage<Outcome> called(PartnerCall call) {
    try {
      return partner
          .call(call)
          .toCompletableFuture()
          .copy()
          .orTimeout(call.deadline().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (RuntimeException thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }

  private Behavior<Message> ended(Ended ended) {
    long nanos = System.nanoTime() - ended.startedNanos();
    admission.ended(ended.outcome(), nanos);
    Submit submit = ended.submit();
    traffic.ended(submit.call(), ended.outcome(), nanos, surroundings.clock().instant());
    submit.replyTo().tell(new Answered(name, submit.call(), ended.outcome()));
    return next();
  }

  private Behavior<Message> heldBack(Submit submit, String why) {
    Unanswered outcome = new Unanswered(Reach.HELD_BACK, why, admission.retryAfter());
    if (submit.ticket().withdraw()) {
      traffic.heldBack(submit.call(), outcome, surroundings.clock().instant());
      submit.replyTo().tell(new Answered(name, submit.call(), outcome));
    }
    return this;
  }

  /** Nobody who queues is left to wait for a gateway that begins anew. */
  private Behavior<Message> empty() {
    queue.forEach(queued -> heldBack(queued.submit(), "the gateway begins anew"));
    queue.clear();
    return this;
  }

  private static Outcome broken(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new Unanswered(Reach.MAYBE_ACTED_ON, "the adapter failed: " + cause, null);
  }
}
