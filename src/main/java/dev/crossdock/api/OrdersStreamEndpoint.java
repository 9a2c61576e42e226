package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.stream.LiveSource;
import dev.crossdock.api.stream.Versions;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.Refusal;
import dev.crossdock.trade.OrderId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** Follows several orders in one stream. */
final class OrdersStreamEndpoint {
  private static final int ORDERS_MAX = 100;
  private static final int UNDELIVERED_MAX = 1000;

  private final StreamParts parts;

  OrdersStreamEndpoint(StreamParts parts) {
    this.parts = parts;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/events", this::events)
            .with("order", StreamParts.ESTIMATES)
            .producing(Endpoint.STREAM));
  }

  private CompletionStage<HttpResponse> events(Exchange exchange) {
    List<OrderId> ids = ids(exchange);
    Versions from = from(exchange, ids);
    Outlook outlook = parts.outlook(exchange);
    return found(ids).thenApply(found -> stream(found, from, outlook));
  }

  private static List<OrderId> ids(Exchange exchange) {
    String merchant = Merchants.of(exchange);
    List<String> names = List.of(exchange.query().getOrDefault("order", "").split(",", -1));
    boolean isSet = !names.contains("") && Set.copyOf(names).size() == names.size();
    if (!isSet || names.size() > ORDERS_MAX) {
      throw Refusals.problem(
          ProblemType.INVALID_PARAMETER,
          "order is 1 to " + ORDERS_MAX + " ids of orders with commas between, each once");
    }
    List<String> strange =
        names.stream().filter(name -> OrderIds.order(merchant, name).isEmpty()).toList();
    refuse(strange, ProblemType.ORDER_NOT_FOUND);
    return names.stream().map(name -> new OrderId(merchant, name)).toList();
  }

  private static Versions from(Exchange exchange, List<OrderId> ids) {
    return exchange
        .header("Last-Event-ID")
        .map(
            word ->
                Versions.read(word, ids)
                    .orElseThrow(
                        () ->
                            Refusals.problem(
                                ProblemType.INVALID_HEADER,
                                "Last-Event-ID is the id of an event of a stream of these orders")))
        .orElseGet(() -> Versions.start(ids));
  }

  private CompletionStage<Map<OrderId, OrderReply>> found(List<OrderId> ids) {
    Map<OrderId, OrderReply> found = new LinkedHashMap<>();
    CompletionStage<Map<OrderId, OrderReply>> all = CompletableFuture.completedFuture(found);
    for (OrderId id : ids) {
      all =
          all.thenCombine(
              parts.orders().find(id),
              (before, reply) -> {
                before.put(id, reply);
                return before;
              });
    }
    return all;
  }

  private HttpResponse stream(Map<OrderId, OrderReply> found, Versions from, Outlook outlook) {
    refuse(refused(found, Refusal.NO_SUCH_ORDER), ProblemType.ORDER_NOT_FOUND);
    refuse(refused(found, Refusal.QUARANTINED), ProblemType.ORDER_QUARANTINED);
    Map<OrderId, Long> after = new HashMap<>();
    found.forEach(
        (id, reply) -> {
          if (reply instanceof OrderReply.Now now && !isTold(now, from.of(id))) {
            after.put(id, from.of(id));
            outlook.now((Order) now.state(), now.version());
          }
        });
    return after.isEmpty()
        ? HttpResponse.create().withStatus(StatusCodes.NO_CONTENT)
        : Replies.stream(
            new LiveSource<>(
                parts.orders().followAll(after, UNDELIVERED_MAX),
                new OrdersScript(parts.json(), outlook, from),
                parts.pulse()));
  }

  private static boolean isTold(OrderReply.Now now, long version) {
    if (version > now.version()) {
      throw Refusals.problem(
          ProblemType.INVALID_HEADER, "an order has come to version " + now.version() + " only");
    }
    return version == now.version()
        && now.state() instanceof Order order
        && EventEndpoint.isOver(order);
  }

  private static List<String> refused(Map<OrderId, OrderReply> found, Refusal why) {
    return found.entrySet().stream()
        .filter(entry -> refusal(entry.getValue()).filter(why::equals).isPresent())
        .map(entry -> entry.getKey().value())
        .toList();
  }

  private static void refuse(List<String> names, ProblemType type) {
    if (!names.isEmpty()) {
      throw Refusals.problem(type, "not to be followed: " + String.join(", ", names));
    }
  }

  private static Optional<Refusal> refusal(OrderReply reply) {
    return switch (reply) {
      case OrderReply.No no -> Optional.of(no.why());
      case OrderReply.Now now ->
          now.state() instanceof Order ? Optional.empty() : Optional.of(Refusal.QUARANTINED);
    };
  }
}
