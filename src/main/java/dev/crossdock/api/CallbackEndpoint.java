package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.read.CallbackReader;
import dev.crossdock.api.read.StrictJson;
import dev.crossdock.claim.Callback;
import dev.crossdock.claim.Callbacks;
import dev.crossdock.claim.Callbacks.Receipt;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.partner.Update;
import dev.crossdock.settings.PartnerSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what partners call back. */
final class CallbackEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackEndpoint.class);

  private final Callbacks callbacks;
  private final Bodies bodies;
  private final Map<String, PartnerSettings> partners;
  private final Signatures signatures;

  CallbackEndpoint(ApiParts parts, Bodies bodies) {
    this.callbacks = parts.callbacks();
    this.bodies = bodies;
    this.partners = parts.partners();
    this.signatures = new Signatures(partners, parts.clock());
  }

  List<Endpoint> all() {
    return List.of(Endpoint.post("/v1/callbacks/{partner}", this::take));
  }

  private CompletionStage<HttpResponse> take(Exchange exchange) {
    String name = exchange.variable("partner");
    PartnerSettings partner = partners.get(name);
    if (partner == null) {
      throw Refusals.problem(ProblemType.PARTNER_NOT_FOUND, "no partner has this name");
    }
    if (!signatures.isKnown(name)) {
      throw Refusals.problem(ProblemType.CALLBACKS_NOT_ENABLED, "it has no callback-secret");
    }
    return bodies
        .read(exchange)
        .thenApply(body -> callback(exchange, name, partner.kind(), body))
        .thenCompose(callback -> taken(exchange, callback));
  }

  private Callback callback(Exchange exchange, String name, PartnerKind kind, byte[] body) {
    String id = signatures.verify(name, exchange, StrictJson.text(body));
    Update update = CallbackReader.read(body, kind);
    return new Callback(Merchants.of(exchange), name, id, update);
  }

  private CompletionStage<HttpResponse> taken(Exchange exchange, Callback callback) {
    return callbacks
        .take(callback)
        .thenApply(CallbackEndpoint::received)
        .exceptionally(
            failure -> {
              LOG.warn(
                  "request {}: callback {} of {} is not journalled",
                  exchange.id(),
                  callback.id(),
                  callback.partner(),
                  failure);
              throw Router.unavailable("not journalled; send it again").asException();
            });
  }

  private static HttpResponse received(Receipt receipt) {
    var status =
        switch (receipt) {
          case TAKEN, KEPT_ASIDE -> StatusCodes.ACCEPTED;
          case NOTHING_NEW -> StatusCodes.OK;
        };
    return HttpResponse.create().withStatus(status);
  }
}
