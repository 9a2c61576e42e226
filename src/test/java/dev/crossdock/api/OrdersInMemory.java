package dev.crossdock.api;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.Step;
import dev.crossdock.order.News;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderDecider;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.Orders;
import dev.crossdock.order.Recorded;
import dev.crossdock.order.Refusal;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.OrderId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Orders that live by the real decider, without a journal. */
final class OrdersInMemory implements Orders {
  private final Clock clock;
  private final Map<OrderId, List<Recorded>> journals = new HashMap<>();
  private final Map<OrderId, OrderState> quarantined = new HashMap<>();
  private final Map<OrderId, List<SubmissionPublisher<Recorded>>> followers = new HashMap<>();
  private final List<Following> following = new ArrayList<>();
  private final List<OrderCommand> told = new ArrayList<>();
  private @Nullable RuntimeException failure;
  private boolean hangs;

  OrdersInMemory(Clock clock) {
    this.clock = clock;
  }

  /** From now on nothing else comes of anything. */
  void failWith(RuntimeException failure) {
    this.failure = failure;
  }

  /** From now on nobody answers at all. */
  void hang() {
    hangs = true;
  }

  void quarantine(OrderId id, OrderState.Quarantined how) {
    quarantined.put(id, how);
  }

  /** All that anybody wanted of any order. */
  List<OrderCommand> told() {
    return told;
  }

  Order order(OrderId id) {
    return (Order) state(id);
  }

  @Override
  public synchronized CompletionStage<OrderReply> place(OrderCommand.Place place) {
    return tell(place.id(), place);
  }

  @Override
  public synchronized CompletionStage<OrderReply> find(OrderId id) {
    if (hangs) {
      return new CompletableFuture<>();
    }
    return failure == null
        ? CompletableFuture.completedFuture(reply(id, false))
        : CompletableFuture.failedFuture(failure);
  }

  @Override
  public void forget(Order order) {}

  @Override
  public synchronized CompletionStage<OrderReply> cancel(OrderId id, OrderCommand.Cancel cancel) {
    return tell(id, cancel);
  }

  @Override
  public synchronized CompletionStage<List<Recorded>> events(OrderId id, long after, int limit) {
    return failure == null
        ? CompletableFuture.completedFuture(
            journal(id).stream().filter(r -> r.version() > after).limit(limit).toList())
        : CompletableFuture.failedFuture(failure);
  }

  @Override
  public synchronized Flow.Publisher<Recorded> follow(OrderId id, long after) {
    return subscriber -> subscribe(id, after, subscriber);
  }

  @Override
  public synchronized Flow.Publisher<News> followAll(Map<OrderId, Long> after, int max) {
    return subscriber -> subscribe(new Following(Map.copyOf(after)), subscriber);
  }

  /** Whoever follows several orders has been too slow. */
  synchronized void resync(Map<OrderId, Long> at) {
    following.forEach(follower -> follower.publisher().submit(new News.Resync(at)));
  }

  /** The call of that step, which must be due, is answered. */
  synchronized void answer(OrderId id, Step step, Answer answer) {
    end(id, step, new Outcome.Succeeded(answer));
  }

  /** The call of that step, which must be due, comes to its end. */
  synchronized void end(OrderId id, Step step, Outcome outcome) {
    Call call =
        order(id).dueCalls(clock.instant(), Set.of()).stream()
            .filter(due -> due.id().step() == step)
            .findFirst()
            .orElseThrow();
    String partner = step.kind().label();
    tell(id, new OrderCommand.Reported(new Report(call.id(), partner, outcome, 0.5)));
  }

  /** Whoever follows it is told that this was all. */
  synchronized void endStreams(OrderId id) {
    followers.getOrDefault(id, List.of()).forEach(SubmissionPublisher::close);
  }

  /** Everybody answers well; it goes in one shipment from Hamburg. */
  synchronized void confirm(OrderId id) {
    answer(id, Step.VALIDATE_ADDRESS, SomeAnswers.validAddress());
    answer(id, Step.CHECK_CUSTOMER, SomeAnswers.approved());
    answer(id, Step.CHECK_FRAUD, SomeAnswers.passed());
    answer(id, Step.RESERVE_INVENTORY, SomeAnswers.reserved(SomeAnswers.at("HAM", "1", 2)));
    answer(id, Step.AUTHORIZE_PAYMENT, SomeAnswers.authorized(order(id).content().total()));
  }

  synchronized CompletionStage<OrderReply> tell(OrderId id, OrderCommand command) {
    told.add(command);
    if (failure != null) {
      return CompletableFuture.failedFuture(failure);
    }
    return CompletableFuture.completedFuture(
        switch (OrderDecider.decide(state(id), command, clock.instant())) {
          case Decision.Accepted<OrderEvent, Refusal> d -> {
            d.events().forEach(event -> record(id, event));
            yield reply(id, true);
          }
          case Decision.Rejected<OrderEvent, Refusal> d -> new OrderReply.No(d.why());
          case Decision.Ignored<OrderEvent, Refusal> d -> reply(id, false);
        });
  }

  private List<Recorded> journal(OrderId id) {
    return journals.computeIfAbsent(id, any -> new ArrayList<>());
  }

  private OrderState state(OrderId id) {
    OrderState lost = quarantined.get(id);
    if (lost != null) {
      return lost;
    }
    return journal(id).isEmpty() ? new OrderState.None() : journal(id).getLast().after();
  }

  private OrderReply reply(OrderId id, boolean changed) {
    OrderState state = state(id);
    return state instanceof OrderState.None
        ? new OrderReply.No(Refusal.NO_SUCH_ORDER)
        : new OrderReply.Now(state, Math.max(1, journal(id).size()), changed);
  }

  private void record(OrderId id, OrderEvent event) {
    Order after = (Order) OrderEvolver.evolve(state(id), event);
    Recorded recorded = new Recorded(journal(id).size() + 1L, event, after);
    journal(id).add(recorded);
    followers.getOrDefault(id, List.of()).forEach(follower -> tell(follower, recorded));
    following.forEach(follower -> follower.tell(recorded));
  }

  private synchronized void subscribe(
      OrderId id, long after, Flow.Subscriber<? super Recorded> subscriber) {
    var follower = new SubmissionPublisher<Recorded>(ForkJoinPool.commonPool(), 1024);
    follower.subscribe(subscriber);
    followers.computeIfAbsent(id, any -> new ArrayList<>()).add(follower);
    journal(id).stream().filter(r -> r.version() > after).forEach(r -> tell(follower, r));
  }

  private synchronized void subscribe(Following all, Flow.Subscriber<? super News> subscriber) {
    all.publisher().subscribe(subscriber);
    following.add(all);
    all.after().keySet().forEach(id -> journal(id).forEach(all::tell));
  }

  private static void tell(SubmissionPublisher<Recorded> follower, Recorded recorded) {
    follower.offer(recorded, 5, TimeUnit.SECONDS, (to, dropped) -> false);
    if (isOver(recorded)) {
      follower.close();
    }
  }

  private static boolean isOver(Recorded recorded) {
    OrderStatus status = recorded.after().status();
    return status.isTerminal() || status == OrderStatus.DELIVERED;
  }

  /** Somebody who follows several orders. */
  private record Following(
      Map<OrderId, Long> after, SubmissionPublisher<News> publisher, Set<OrderId> over) {
    Following(Map<OrderId, Long> after) {
      this(after, new SubmissionPublisher<>(ForkJoinPool.commonPool(), 1024), new HashSet<>());
    }

    void tell(Recorded recorded) {
      OrderId id = recorded.after().id();
      Long behind = after.get(id);
      if (behind != null && recorded.version() > behind) {
        publisher.submit(new News.Happened(recorded));
        if (isOver(recorded) && over.add(id) && over.size() == after.size()) {
          publisher.close();
        }
      }
    }
  }
}
