package dev.crossdock.api;

import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.read.AsOfReader;
import dev.crossdock.api.read.CancellationReader;
import dev.crossdock.api.read.OrderReader;
import dev.crossdock.api.read.OrderRequest;
import dev.crossdock.api.write.OrderJson;
import dev.crossdock.ops.IntakeGate;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.Orders;
import dev.crossdock.replay.AsOf;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** Takes orders in, shows them and cancels them. */
final class OrderEndpoints {
  private static final String KEY = "Idempotency-Key";

  private final Orders orders;
  private final IntakeGate gate;
  private final OrderReader reader;
  private final Bodies bodies;
  private final OrderJson json;
  private final PastEndpoint past;
  private final Patience patience;

  OrderEndpoints(ApiParts parts, Bodies bodies, OrderJson json, Patience patience) {
    this.orders = parts.orders();
    this.gate = parts.gate();
    this.reader = new OrderReader(parts.flows());
    this.bodies = bodies;
    this.json = json;
    this.past = new PastEndpoint(parts.lives(), json);
    this.patience = patience;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/orders", this::place),
        Endpoint.get("/v1/orders/{id}", this::show).with("asOf", "asOfVersion"),
        Endpoint.post("/v1/orders/{id}/cancellation", this::cancel));
  }

  private CompletionStage<HttpResponse> place(Exchange exchange) {
    String merchant = Merchants.of(exchange);
    OrderId id = OrderIds.of(merchant, key(exchange));
    Preference preference = Preference.of(exchange.request());
    gate.ask().ifPresent(OrderEndpoints::turnAway);
    return bodies
        .read(exchange)
        .thenApply(reader::read)
        .thenCompose(request -> gate.timed(() -> orders.place(placing(id, request))))
        .thenCompose(reply -> patience.until(now(reply), preference.patience()))
        .thenApply(now -> placed(id, now, preference));
  }

  /** Before its body is read: whoever is turned away is to cost next to nothing. */
  private static void turnAway(Duration comeAgainIn) {
    long seconds = comeAgainIn.plusMillis(999).toSeconds();
    throw Problem.of(ProblemType.OVERLOADED, "there is room for it in " + seconds + " s")
        .with("Retry-After", Long.toString(seconds))
        .asException();
  }

  private CompletionStage<HttpResponse> show(Exchange exchange) {
    OrderId id = id(exchange);
    Optional<AsOf> when = AsOfReader.read(exchange.query());
    if (when.isPresent()) {
      return past.asOf(exchange, id, when.get());
    }
    return orders
        .find(id)
        .thenApply(OrderEndpoints::now)
        .thenApply(
            now ->
                Tags.has(exchange, now.version())
                    ? Replies.tagged(
                        HttpResponse.create().withStatus(StatusCodes.NOT_MODIFIED), now.version())
                    : shown(StatusCodes.OK.intValue(), id, now));
  }

  private CompletionStage<HttpResponse> cancel(Exchange exchange) {
    OrderId id = id(exchange);
    return bodies
        .read(exchange)
        .thenApply(CancellationReader::read)
        .thenApply(reason -> new OrderCommand.Cancel(reason, "merchant"))
        .thenCompose(cancel -> orders.cancel(id, cancel))
        .thenApply(OrderEndpoints::now)
        .thenApply(
            now -> {
              var status = now.changed() ? StatusCodes.ACCEPTED : StatusCodes.OK;
              return shown(status.intValue(), id, now);
            });
  }

  private HttpResponse placed(OrderId id, OrderReply.Now now, Preference preference) {
    var status = now.changed() ? StatusCodes.CREATED : StatusCodes.OK;
    HttpResponse response =
        shown(status.intValue(), id, now)
            .addHeader(Replies.header("Location", "/v1/orders/" + id.value()));
    if (!now.changed()) {
      response = response.addHeader(Replies.header("Idempotency-Replayed", "true"));
    }
    return preference.isGiven()
        ? response.addHeader(Replies.header("Preference-Applied", "wait"))
        : response;
  }

  private HttpResponse shown(int status, OrderId id, OrderReply.Now now) {
    return Replies.tagged(
        Replies.json(status, json.of(id.value(), now.state(), now.version())), now.version());
  }

  static OrderCommand.Place placing(OrderId id, OrderRequest request) {
    return new OrderCommand.Place(id, request.fingerprint(), request.content(), request.flow());
  }

  static OrderReply.Now now(OrderReply reply) {
    return switch (reply) {
      case OrderReply.Now now -> now;
      case OrderReply.No no -> throw Refusals.of(no.why());
    };
  }

  static OrderId id(Exchange exchange) {
    return OrderIds.order(Merchants.of(exchange), exchange.variable("id"))
        .orElseThrow(
            () -> Refusals.problem(ProblemType.ORDER_NOT_FOUND, "no order has such an id"));
  }

  private static Optional<String> key(Exchange exchange) {
    List<String> keys =
        StreamSupport.stream(exchange.request().getHeaders().spliterator(), false)
            .filter(header -> header.is("idempotency-key"))
            .map(HttpHeader::value)
            .toList();
    boolean right = keys.size() == 1 && keys.getFirst().matches("[!-~]{1,255}");
    if (!keys.isEmpty() && !right) {
      throw Refusals.problem(
          ProblemType.INVALID_HEADER, KEY + " is there once, 1 to 255 visible ASCII characters");
    }
    return keys.stream().findFirst();
  }
}
