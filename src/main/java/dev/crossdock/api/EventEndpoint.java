package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.write.EventJson;
import dev.crossdock.api.write.Json;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.Orders;
import dev.crossdock.order.Recorded;
import dev.crossdock.order.Refusal;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** Shows an order's journal: a page of it, or all of it as a stream that goes on. */
final class EventEndpoint {
  private static final String STREAM = "text/event-stream";
  private static final ByteString COMMENT = ByteString.fromString(":\n\n");
  private static final int PAGE = 50;
  private static final int PAGE_MAX = 200;

  private final Orders orders;
  private final EventJson json;
  private final Duration heartbeat;

  EventEndpoint(Orders orders, EventJson json, Duration heartbeat) {
    this.orders = orders;
    this.json = json;
    this.heartbeat = heartbeat;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/orders/{id}/events", this::events)
            .with("after", "limit")
            .producing(Endpoint.JSON, STREAM));
  }

  private CompletionStage<HttpResponse> events(Exchange exchange) {
    OrderId id = OrderEndpoints.id(exchange);
    long after = exchange.whole("after", 0, 0, Long.MAX_VALUE);
    boolean streamed =
        Accepts.choose(exchange.request(), List.of(Endpoint.JSON, STREAM))
            .filter(STREAM::equals)
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
    return HttpResponse.create()
        .withEntity(
            HttpEntities.createChunked(
                MediaTypes.TEXT_EVENT_STREAM.toContentType(), told(id, after, now.version())))
        .addHeader(Replies.header("Cache-Control", "no-cache"))
        .addHeader(Replies.header("X-Accel-Buffering", "no"))
        .addHeader(Replies.header("Connection", "close"));
  }

  /** Begins with a comment, so that the client sees at once that it is connected. */
  private Source<ByteString, NotUsed> told(OrderId id, long after, long newest) {
    return JavaFlowSupport.Source.fromPublisher(orders.follow(id, after))
        .map(recorded -> message(recorded, recorded.version() >= newest))
        .keepAlive(heartbeat, () -> COMMENT)
        .prepend(Source.single(COMMENT));
  }

  private ByteString message(Recorded recorded, boolean isNews) {
    return ByteString.fromString(
            "id:" + recorded.version() + "\nevent:" + json.type(recorded) + "\ndata:")
        .concat(ByteString.fromArrayUnsafe(Json.bytes(json.streamed(recorded, isNews))))
        .concat(ByteString.fromString("\n\n"));
  }

  /** Nothing more will be told that the stream has not told. */
  private static boolean isOver(Order order) {
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
