package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.stream.LiveSource;
import dev.crossdock.api.stream.Pulse;
import dev.crossdock.api.write.EventJson;
import dev.crossdock.estimate.Estimates;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.Orders;
import dev.crossdock.order.Refusal;
import dev.crossdock.trade.OrderId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** Shows an order's journal: a page of it, or all of it as a stream that goes on. */
final class EventEndpoint {
  private static final int PAGE = 50;
  private static final int PAGE_MAX = 200;

  private final Orders orders;
  private final EventJson json;
  private final Estimates estimates;
  private final Pulse pulse;

  EventEndpoint(Orders orders, EventJson json, Estimates estimates, Pulse pulse) {
    this.orders = orders;
    this.json = json;
    this.estimates = estimates;
    this.pulse = pulse;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/orders/{id}/events", this::events)
            .with("after", "limit")
            .producing(Endpoint.JSON, Endpoint.STREAM));
  }

  private CompletionStage<HttpResponse> events(Exchange exchange) {
    OrderId id = OrderEndpoints.id(exchange);
    long after = exchange.whole("after", 0, 0, Long.MAX_VALUE);
    boolean streamed =
        Accepts.choose(exchange.request(), List.of(Endpoint.JSON, Endpoint.STREAM))
            .filter(Endpoint.STREAM::equals)
            .isPresent();
    return streamed
        ? orders.find(id).thenApply(reply -> stream(id, lastEventId(exchange, after), reply))
        : page(id, after, (int) exchange.whole("limit", PAGE, 1, PAGE_MAX));
  }

  private CompletionStage<HttpResponse> page(OrderId id, long after, int limit) {
    return orders
        .events(id, after, limit + 1)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? orders.find(id).thenApply(EventEndpoint::requireOrder).thenApply(it -> found)
                    : CompletableFuture.completedFuture(found))
        .thenApply(
            found -> {
              boolean more = found.size() > limit;
              return Replies.json(
                  StatusCodes.OK.intValue(),
                  json.page(more ? found.subList(0, limit) : found, more));
            });
  }

  private HttpResponse stream(OrderId id, long after, OrderReply reply) {
    OrderReply.Now now = requireOrder(reply);
    if (!(now.state() instanceof Order order)) {
      throw Refusals.of(Refusal.QUARANTINED);
    }
    if (after > now.version()) {
      throw Refusals.problem(
          ProblemType.INVALID_HEADER, "the order has come to version " + now.version() + " only");
    }
    if (after == now.version() && isOver(order)) {
      return HttpResponse.create().withStatus(StatusCodes.NO_CONTENT);
    }
    Outlook outlook = new Outlook(json, estimates);
    outlook.now(order, now.version());
    return Replies.stream(
        new LiveSource<>(orders.follow(id, after), new OrderScript(json, outlook), pulse));
  }

  /** Nothing more will be told that the stream has not told. */
  static boolean isOver(Order order) {
    return order.status().isTerminal() || order.status() == OrderStatus.DELIVERED;
  }

  private static OrderReply.Now requireOrder(OrderReply reply) {
    return switch (reply) {
      case OrderReply.Now now -> now;
      case OrderReply.No no -> throw Refusals.of(no.why());
    };
  }

  private static long lastEventId(Exchange exchange, long otherwise) {
    String last = exchange.header("Last-Event-ID").orElse(Long.toString(otherwise));
    if (!last.matches("[0-9]{1,18}")) {
      throw Refusals.problem(
          ProblemType.INVALID_HEADER, "Last-Event-ID is the id of an event of the stream");
    }
    return Long.parseLong(last);
  }
}
