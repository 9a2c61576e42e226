package dev.crossdock.api;

import dev.crossdock.api.stream.Pulse;
import dev.crossdock.api.stream.StreamTerms;
import dev.crossdock.api.write.EventJson;
import dev.crossdock.api.write.OrderJson;
import dev.crossdock.api.write.PartnerNames;
import dev.crossdock.api.write.ShipmentJson;
import dev.crossdock.settings.HttpSettings;
import dev.crossdock.settings.PartnerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.TimeoutAccess;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.Route;

/** The HTTP API: everything under {@code /v1}, and what operators and readers need beside it. */
public final class HttpApi {
  private static final List<String> FOR_OPERATORS = List.of("/v1/system/", "/health/", "/metrics");
  private static final List<String> FOR_READERS = List.of("/openapi.yaml", "/problems/");

  private final HttpSettings settings;
  private final List<Endpoint> endpoints;
  private final Bodies bodies;
  private final Pulse pulse;

  /**
   * Makes the API.
   *
   * @throws IllegalArgumentException when a partner's secret cannot be one
   */
  public HttpApi(ActorSystem<?> system, ApiParts parts, HttpSettings settings) {
    this.settings = settings;
    bodies = new Bodies(system, settings.bodyDeadline(), settings.bodyBytesMax());
    PartnerNames names = names(parts.partners());
    OrderJson orderJson = new OrderJson(names, parts.estimates());
    Patience patience = new Patience(system, parts.orders());
    EventJson eventJson = new EventJson(parts.events(), orderJson);
    pulse = new Pulse(system, terms(settings));
    StreamParts streams = new StreamParts(parts.orders(), eventJson, parts.estimates(), pulse);
    endpoints =
        Stream.of(
                new OrderEndpoints(parts, bodies, orderJson, patience).all(),
                new PastEndpoint(parts.lives(), orderJson).all(),
                new CustomerEndpoints(parts.erasures()).all(),
                new SearchEndpoints(parts.views(), parts.cursors()).all(),
                new BatchEndpoint(system, parts, settings).all(),
                new EventEndpoint(streams).all(),
                new OrdersStreamEndpoint(streams).all(),
                new ShipmentEndpoint(parts.shipments(), new ShipmentJson(names)).all(),
                new CallbackEndpoint(parts, bodies).all(),
                new WebhookEndpoints(parts.webhooks(), bodies, parts.webhookSettings()).all(),
                new ReadSideEndpoints(parts.readSide(), bodies).all(),
                new SystemEndpoints(parts.supervision(), parts.health(), parts.metrics()).all(),
                new PartnerEndpoint(parts).all())
            .flatMap(List::stream)
            .toList();
  }

  /** All routes; every request is answered, also those that nothing is there for. */
  public Route routes() {
    return routes(new Router(endpoints, bodies));
  }

  /** All but what is for operators only. */
  public Route publicRoutes() {
    return routes(
        new Router(endpoints.stream().filter(it -> !isUnder(FOR_OPERATORS, it)).toList(), bodies));
  }

  /** What is for operators only, and what explains it. */
  public Route operatorRoutes() {
    return routes(
        new Router(
            endpoints.stream()
                .filter(it -> isUnder(FOR_OPERATORS, it) || isUnder(FOR_READERS, it))
                .toList(),
            bodies));
  }

  private static boolean isUnder(List<String> paths, Endpoint endpoint) {
    return paths.stream().anyMatch(path -> endpoint.template().startsWith(path));
  }

  private Route routes(Router router) {
    return Directives.extractRequest(
        request -> {
          String id = RequestIds.of(request);
          bound(request, id);
          return Directives.completeWithFuture(router.answer(request, id));
        });
  }

  /** Ends all streams in good order, for their clients to go on elsewhere; takes no new ones. */
  public void endStreams() {
    pulse.end();
  }

  private static StreamTerms terms(HttpSettings settings) {
    return new StreamTerms(
        settings.streamHeartbeat(),
        settings.streamAgeMax(),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  List<Endpoint> endpoints() {
    return endpoints;
  }

  /** An answer that does not come in time is a problem like any other. */
  private void bound(HttpRequest request, String id) {
    Duration timeout = settings.requestTimeout().plus(Preference.of(request).patience());
    request
        .getHeader(TimeoutAccess.class)
        .ifPresent(
            access ->
                access
                    .timeoutAccess()
                    .update(timeout, late -> Replies.finished(Router.timedOut(late, id), id)));
  }

  private static PartnerNames names(Map<String, PartnerSettings> partners) {
    return kind -> PartnerSettings.nameOf(partners.values(), kind);
  }
}
