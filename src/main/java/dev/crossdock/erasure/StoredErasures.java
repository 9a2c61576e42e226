package dev.crossdock.erasure;

import dev.crossdock.order.Order;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.Orders;
import dev.crossdock.order.Unavailable;
import dev.crossdock.personal.Certificate;
import dev.crossdock.personal.PersonalKeys;
import dev.crossdock.trade.OrderId;
import dev.crossdock.view.CustomerOrders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Forgets customers whose orders are stored in this database. */
public final class StoredErasures implements Erasures {
  private static final int AT_ONCE = 16;

  private final Orders orders;
  private final PersonalKeys keys;
  private final CustomerOrders listed;

  public StoredErasures(Orders orders, PersonalKeys keys, CustomerOrders listed) {
    this.orders = orders;
    this.keys = keys;
    this.listed = listed;
  }

  /**
   * @param keyed orders that have a key, or had one
   * @param inClear all others
   */
  private record Found(SequencedSet<OrderId> keyed, SequencedSet<OrderId> inClear) {
    Collection<OrderId> all() {
      List<OrderId> all = new ArrayList<>(keyed);
      all.addAll(inClear);
      return all;
    }
  }

  @Override
  public CompletionStage<Erasure> erase(String merchant, String customer) {
    return unavailable(
        found(merchant, customer)
            .thenCompose(
                found ->
                    states(List.copyOf(found.all()), new ArrayList<>())
                        .thenCompose(states -> erase(merchant, customer, found, states))));
  }

  @Override
  public CompletionStage<Optional<Certificate>> last(String merchant, String customer) {
    return unavailable(keys.last(merchant, customer));
  }

  /** An order has its key before it is in the list; one without a key is in the list alone. */
  private CompletionStage<Found> found(String merchant, String customer) {
    return keys.orders(merchant, customer)
        .thenCombine(
            listed.of(merchant, customer),
            (keyed, all) -> {
              SequencedSet<OrderId> inClear = new LinkedHashSet<>(all);
              keyed.forEach(inClear::remove);
              return new Found(new LinkedHashSet<>(keyed), inClear);
            });
  }

  private CompletionStage<List<OrderState>> states(List<OrderId> rest, List<OrderState> known) {
    if (rest.isEmpty()) {
      return CompletableFuture.completedFuture(known);
    }
    List<OrderId> now = rest.subList(0, Math.min(AT_ONCE, rest.size()));
    CompletionStage<List<OrderState>> all = CompletableFuture.completedFuture(known);
    for (CompletionStage<OrderReply> one : now.stream().map(orders::find).toList()) {
      all = all.thenCombine(one, StoredErasures::with);
    }
    return all.thenCompose(states -> states(rest.subList(now.size(), rest.size()), states));
  }

  /** An order whose key is all that was stored of it is none. */
  private static List<OrderState> with(List<OrderState> states, OrderReply reply) {
    if (reply instanceof OrderReply.Now now) {
      states.add(now.state());
    }
    return states;
  }

  private CompletionStage<Erasure> erase(
      String merchant, String customer, Found found, List<OrderState> states) {
    TreeMap<String, OrderStatus> open = new TreeMap<>();
    states.stream().filter(StoredErasures::needsIt).forEach(state -> name(state, open));
    if (!open.isEmpty()) {
      return CompletableFuture.completedFuture(new Erasure.StillNeeded(open));
    }
    List<OrderId> inClear = List.copyOf(found.inClear());
    if (found.keyed().isEmpty()) {
      return CompletableFuture.completedFuture(new Erasure.Nothing(inClear));
    }
    return keys.destroy(merchant, customer, found.keyed())
        .thenApply(
            certificate -> {
              states.forEach(this::forget);
              return certificate
                  .<Erasure>map(it -> new Erasure.Done(it, inClear))
                  .orElseGet(() -> new Erasure.Nothing(inClear));
            });
  }

  /** Whatever is in memory of it is read anew when it is next asked for. */
  private void forget(OrderState state) {
    if (state instanceof Order order) {
      orders.forget(order);
    }
  }

  /** One that cannot be trusted may be anywhere on its way. */
  private static boolean needsIt(OrderState state) {
    return switch (state) {
      case OrderState.None none -> false;
      case OrderState.Quarantined quarantined -> true;
      case Order order -> !order.status().isTerminal() && order.status() != OrderStatus.DELIVERED;
    };
  }

  private static void name(OrderState state, Map<String, OrderStatus> open) {
    switch (state) {
      case OrderState.None none -> {}
      case OrderState.Quarantined q -> {
        Order known = q.lastKnown();
        open.put(known == null ? "unreadable" : known.id().value(), OrderStatus.QUARANTINED);
      }
      case Order order -> open.put(order.id().value(), order.status());
    }
  }

  private static <T> CompletionStage<T> unavailable(CompletionStage<T> stage) {
    return stage.exceptionally(
        failure -> {
          throw new Unavailable("nobody can tell whether it is erased: " + failure, failure);
        });
  }
}
