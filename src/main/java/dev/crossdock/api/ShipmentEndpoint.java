package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.write.ShipmentJson;
import dev.crossdock.shipment.ShipmentReply;
import dev.crossdock.shipment.Shipments;
import dev.crossdock.trade.ShipmentId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** Shows shipments. */
final class ShipmentEndpoint {
  private final Shipments shipments;
  private final ShipmentJson json;

  ShipmentEndpoint(Shipments shipments, ShipmentJson json) {
    this.shipments = shipments;
    this.json = json;
  }

  List<Endpoint> all() {
    return List.of(Endpoint.get("/v1/shipments/{id}", this::show));
  }

  private CompletionStage<HttpResponse> show(Exchange exchange) {
    ShipmentId id =
        OrderIds.shipment(Merchants.of(exchange), exchange.variable("id"))
            .orElseThrow(
                () ->
                    Refusals.problem(ProblemType.SHIPMENT_NOT_FOUND, "no shipment has such an id"));
    return shipments.find(id).thenApply(reply -> shown(exchange, id, reply));
  }

  private HttpResponse shown(Exchange exchange, ShipmentId id, ShipmentReply reply) {
    return switch (reply) {
      case ShipmentReply.Now now ->
          Replies.tagged(
              Tags.has(exchange, now.version())
                  ? HttpResponse.create().withStatus(StatusCodes.NOT_MODIFIED)
                  : Replies.json(
                      StatusCodes.OK.intValue(), json.of(id.value(), now.state(), now.version())),
              now.version());
      case ShipmentReply.No no -> throw Refusals.of(no.why());
    };
  }
}
