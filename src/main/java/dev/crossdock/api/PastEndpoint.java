package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.write.EvidenceJson;
import dev.crossdock.api.write.LifeJson;
import dev.crossdock.api.write.OrderJson;
import dev.crossdock.order.Refusal;
import dev.crossdock.replay.AsOf;
import dev.crossdock.replay.Lives;
import dev.crossdock.replay.Then;
import dev.crossdock.trade.OrderId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** Shows how orders have been, and what proves it. */
final class PastEndpoint {
  private final Lives lives;
  private final OrderJson json;

  PastEndpoint(Lives lives, OrderJson json) {
    this.lives = lives;
    this.json = json;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/orders/{id}/history", this::history),
        Endpoint.get("/v1/orders/{id}/evidence", this::evidence));
  }

  /** The order as it was at that point. */
  CompletionStage<HttpResponse> asOf(Exchange exchange, OrderId id, AsOf when) {
    return lives.asOf(id, when).thenApply(then -> shown(exchange, id, then));
  }

  private HttpResponse shown(Exchange exchange, OrderId id, Then then) {
    return switch (then) {
      case Then.Was was ->
          Replies.tagged(
              Tags.has(exchange, was.version())
                  ? HttpResponse.create().withStatus(StatusCodes.NOT_MODIFIED)
                  : Replies.json(
                      StatusCodes.OK.intValue(), json.was(id.value(), was.state(), was.version())),
              was.version());
      case Then.NotThen(long last) ->
          throw Refusals.problem(
              ProblemType.ORDER_NOT_THEN,
              last == 0
                  ? "it had not been placed by then"
                  : "the order has come to version " + last + " only");
      case Then.NoOrder none -> throw Refusals.of(Refusal.NO_SUCH_ORDER);
    };
  }

  private CompletionStage<HttpResponse> history(Exchange exchange) {
    OrderId id = OrderEndpoints.id(exchange);
    return lives
        .of(id)
        .thenApply(
            found ->
                Replies.json(
                    StatusCodes.OK.intValue(),
                    LifeJson.of(found.orElseThrow(() -> Refusals.of(Refusal.NO_SUCH_ORDER)))));
  }

  private CompletionStage<HttpResponse> evidence(Exchange exchange) {
    OrderId id = OrderEndpoints.id(exchange);
    return lives
        .evidence(id)
        .thenApply(
            found ->
                Replies.json(
                    StatusCodes.OK.intValue(),
                    EvidenceJson.of(found.orElseThrow(() -> Refusals.of(Refusal.NO_SUCH_ORDER)))));
  }
}
