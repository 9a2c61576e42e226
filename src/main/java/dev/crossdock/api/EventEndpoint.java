package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.stream.LiveSource;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderStatus;
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

  private final StreamParts parts;

  EventEndpoint(StreamParts parts) {
    this.parts = parts;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/orders/{id}/events", this::events)
            .with("after", "limit", StreamParts.ESTIMATES)
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
        ? stream(exchange, id, lastEventId(exchange, after))
        : page(id, after, (int) exchange.whole("limit", PAGE, 1, PAGE_MAX));
  }

  private CompletionStage<HttpResponse> page(OrderId id, long after, int limit) {
    return parts
        .orders()
        .events(id, after, limit + 1)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? find(id).thenApply(it -> found)
                    : CompletableFuture.completedFuture(found))
        .thenApply(
            found -> {
              boolean more = found.size() > limit;
              return Replies.json(
                  StatusCodes.OK.intValue(),
                  parts.json().page(more ? found.subList(0, limit) : found, more));
            });
  }

  private CompletionStage<HttpResponse> stream(Exchange exchange, OrderId id, long after) {
    Outlook outlook = parts.outlook(exchange);
    return find(id).thenApply(now -> stream(id, after, now, outlook));
  }

  private HttpResponse stream(OrderId id, long after, OrderReply.Now now, Outlook outlook) {
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
    outlook.now(order, now.version());
    return Replies.stream(
        new LiveSource<>(
            parts.orders().follow(id, after),
            new OrderScript(parts.json(), outlook),
            parts.pulse()));
  }

  /** Nothing more will be told that the stream has not told. */
  static boolean isOver(Order order) {
    return order.status().isTerminal() || order.status() == OrderStatus.DELIVERED;
  }

  private CompletionStage<OrderReply.Now> find(OrderId id) {
    return parts
        .orders()
        .find(id)
        .thenApply(
            reply ->
                switch (reply) {
                  case OrderReply.Now now -> now;
                  case OrderReply.No no -> throw Refusals.of(no.why());
                });
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
