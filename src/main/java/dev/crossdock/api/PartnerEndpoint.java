package dev.crossdock.api;

import dev.crossdock.api.write.PartnerJson;
import dev.crossdock.estimate.PartnersView;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** Shows how the partners are. */
final class PartnerEndpoint {
  private final PartnersView view;
  private final Clock clock;

  PartnerEndpoint(ApiParts parts) {
    this.view = parts.partnersView();
    this.clock = parts.clock();
  }

  List<Endpoint> all() {
    return List.of(Endpoint.get("/v1/partners", this::show));
  }

  private CompletionStage<HttpResponse> show(Exchange exchange) {
    return Replies.now(
        Replies.json(StatusCodes.OK.intValue(), PartnerJson.all(view, clock.instant())));
  }
}
