package dev.crossdock.personal;

import dev.crossdock.journal.KeysAway;
import dev.crossdock.trade.OrderId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Reads keys for whoever needs some: all that come while one reading is under way in the next. */
final class KeyLoads {
  private static final int ORDERS_MAX = 500;

  private final Executor threads;
  private final Consumer<Collection<OrderId>> read;
  private final List<Wanted> waiting = new ArrayList<>();
  private boolean reading;

  private record Wanted(Collection<OrderId> orders, CompletableFuture<Void> done) {}

  /**
   * @param read may wait
   */
  KeyLoads(Executor threads, Consumer<Collection<OrderId>> read) {
    this.threads = threads;
    this.read = read;
  }

  /** Completes once the orders' keys were read: not before this was asked. */
  CompletionStage<Void> all(Collection<OrderId> orders) {
    Wanted wanted = new Wanted(orders, new CompletableFuture<>());
    boolean begin;
    synchronized (this) {
      waiting.add(wanted);
      begin = !reading;
      reading = true;
    }
    if (begin) {
      begin();
    }
    return wanted.done();
  }

  private void begin() {
    try {
      threads.execute(this::readAll);
    } catch (RejectedExecutionException closed) {
      ended(taken(), closed);
    }
  }

  private void readAll() {
    for (List<Wanted> next = taken(); !next.isEmpty(); next = taken()) {
      Set<OrderId> orders = new HashSet<>();
      next.forEach(wanted -> orders.addAll(wanted.orders()));
      try {
        read.accept(orders);
        next.forEach(wanted -> wanted.done().complete(null));
      } catch (KeysAway failure) {
        ended(next, failure);
      } catch (RuntimeException damaged) {
        next.forEach(this::readAlone);
      }
    }
  }

  /** One key that is damaged keeps nobody else from theirs. */
  private void readAlone(Wanted wanted) {
    try {
      read.accept(wanted.orders());
      wanted.done().complete(null);
    } catch (RuntimeException failure) {
      wanted.done().completeExceptionally(failure);
    }
  }

  private synchronized List<Wanted> taken() {
    List<Wanted> next = new ArrayList<>();
    int orders = 0;
    while (!waiting.isEmpty() && orders < ORDERS_MAX) {
      Wanted wanted = waiting.removeFirst();
      orders += wanted.orders().size();
      next.add(wanted);
    }
    reading = !next.isEmpty();
    return next;
  }

  private static void ended(List<Wanted> all, RuntimeException failure) {
    all.forEach(wanted -> wanted.done().completeExceptionally(failure));
  }
}
