package dev.crossdock.webhook;

import dev.crossdock.webhook.Attempts.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Sends one endpoint what is due to it, in order, a few at once. What it was about when it dies is
 * still due: so a message arrives at least once, and sometimes twice.
 */
final class Deliverer extends AbstractBehavior<Deliverer.Message> {
  private static final Duration LEAVES_AFTER = Duration.ofMinutes(1);

  /** Of what may be under way at once; read ahead so that the database is seldom waited for. */
  private static final int BATCHES = 4;

  /** What it is told. */
  sealed interface Message {}

  /** Something may be due. */
  record Look() implements Message {}

  private record Loaded(Optional<WebhookEndpoint> endpoint, List<Delivery> due)
      implements Message {}

  private record NotLoaded(Throwable failure) implements Message {}

  private record Answered(Delivery delivery, Answer answer, Instant since) implements Message {}

  private record Recorded(Delivery delivery, Optional<Throwable> failure) implements Message {}

  private record Idle() implements Message {}

  private final String endpointId;
  private final DeliveryParts parts;
  private final Courier courier;
  private final Queue<Delivery> waiting = new ArrayDeque<>();
  private final Set<Long> underWay = new HashSet<>();
  private Optional<WebhookEndpoint> endpoint = Optional.empty();
  private boolean loading;
  private boolean hasMore;

  private Deliverer(ActorContext<Message> context, String endpointId, DeliveryParts parts) {
    super(context);
    this.endpointId = endpointId;
    this.parts = parts;
    this.courier = parts.couriers().get();
    context.setReceiveTimeout(LEAVES_AFTER, new Idle());
  }

  static Behavior<Message> create(String endpointId, DeliveryParts parts) {
    return Behaviors.setup(context -> new Deliverer(context, endpointId, parts));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Look.class, any -> look())
        .onMessage(Loaded.class, this::loaded)
        .onMessage(NotLoaded.class, this::notLoaded)
        .onMessage(Answered.class, this::answered)
        .onMessage(Recorded.class, this::recorded)
        .onMessage(Idle.class, any -> idle())
        .onSignal(PreRestart.class, any -> closed())
        .onSignal(PostStop.class, any -> closed())
        .build();
  }

  private Behavior<Message> look() {
    if (loading || !waiting.isEmpty()) {
      return this;
    }
    loading = true;
    Instant now = parts.clock().instant();
    Set<Long> known = Set.copyOf(underWay);
    int max = BATCHES * parts.settings().concurrencyMax();
    getContext()
        .pipeToSelf(
            parts
                .store()
                .run(
                    connection ->
                        new Loaded(
                            EndpointTable.find(connection, endpointId),
                            DeliveryTable.due(connection, endpointId, now, known, max).stream()
                                .map(parts.payloads()::opened)
                                .toList())),
            (loaded, failure) -> failure == null ? loaded : new NotLoaded(failure));
    return this;
  }

  private Behavior<Message> loaded(Loaded loaded) {
    loading = false;
    endpoint = loaded.endpoint().filter(it -> it.mayBeTold(parts.clock().instant()));
    hasMore = loaded.due().size() == BATCHES * parts.settings().concurrencyMax();
    loaded.due().stream().filter(it -> !underWay.contains(it.number())).forEach(waiting::add);
    return next();
  }

  /** Whoever told it to look does so again. */
  private Behavior<Message> notLoaded(NotLoaded not) {
    loading = false;
    getContext().getLog().warn("{}: what is due cannot be read", endpointId, not.failure());
    return this;
  }

  private Behavior<Message> next() {
    if (endpoint.isEmpty()) {
      waiting.clear();
      return this;
    }
    while (underWay.size() < parts.settings().concurrencyMax() && !waiting.isEmpty()) {
      send(endpoint.get(), waiting.remove());
    }
    return waiting.isEmpty() && hasMore ? look() : this;
  }

  private void send(WebhookEndpoint to, Delivery delivery) {
    underWay.add(delivery.number());
    Instant now = parts.clock().instant();
    String signature = Signing.header(to.secrets(), delivery.messageId(), now, delivery.payload());
    getContext()
        .pipeToSelf(
            courier.carry(
                to.url(),
                new Courier.Envelope(
                    delivery.messageId(), now.getEpochSecond(), signature, delivery.payload())),
            (answer, failure) ->
                new Answered(
                    delivery,
                    failure == null ? answer : new Answer.Nothing("not sent: " + failure),
                    now));
  }

  private Behavior<Message> answered(Answered answered) {
    Delivery delivery = answered.delivery();
    Instant now = parts.clock().instant();
    Verdict verdict =
        parts.retries().judge(answered.answer(), delivery.attempts() + 1, now, parts.dice());
    Duration took = Duration.between(answered.since(), now);
    parts.meters().attempted(verdict, took);
    heed(verdict);
    Made made = new Made(now, took.toMillis(), answered.answer(), verdict);
    getContext()
        .pipeToSelf(
            parts
                .store()
                .transaction(
                    connection -> {
                      Attempts.record(connection, parts.settings(), endpointId, delivery, made);
                      return made;
                    }),
            (done, failure) -> new Recorded(delivery, Optional.ofNullable(failure)));
    return this;
  }

  /** An endpoint that wants to be left alone is, also by what was read for it already. */
  private void heed(Verdict verdict) {
    boolean leftAlone =
        switch (verdict) {
          case Verdict.Delivered delivered -> false;
          case Verdict.Again again -> again.pausedUntil() != null;
          case Verdict.GivenUp givenUp -> false;
          case Verdict.Gone gone -> true;
        };
    if (leftAlone) {
      endpoint = Optional.empty();
      hasMore = false;
    }
  }

  /** What could not be written down is still due, and will be sent again. */
  private Behavior<Message> recorded(Recorded recorded) {
    underWay.remove(recorded.delivery().number());
    if (recorded.failure().isPresent()) {
      getContext()
          .getLog()
          .warn(
              "{}: the attempt of {} cannot be written down",
              endpointId,
              recorded.delivery().messageId(),
              recorded.failure().get());
      waiting.clear();
      hasMore = false;
    }
    return next();
  }

  private Behavior<Message> idle() {
    return underWay.isEmpty() && waiting.isEmpty() && !loading ? Behaviors.stopped() : this;
  }

  private Behavior<Message> closed() {
    courier.close();
    return this;
  }
}
