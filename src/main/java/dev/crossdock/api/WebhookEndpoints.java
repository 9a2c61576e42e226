package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemException;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.read.ReplayReader;
import dev.crossdock.api.read.ReplayRequest;
import dev.crossdock.api.read.WebhookReader;
import dev.crossdock.api.read.WebhookRequest;
import dev.crossdock.api.write.WebhookJson;
import dev.crossdock.settings.WebhookSettings;
import dev.crossdock.webhook.DeliveryLog;
import dev.crossdock.webhook.WebhookEndpoint;
import dev.crossdock.webhook.Webhooks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** Where merchants are told: registers endpoints, shows them, and tells them again. */
final class WebhookEndpoints {
  private static final String ALL = "/v1/webhook-endpoints";
  private static final String ONE = ALL + "/{id}";
  private static final Pattern ID = Pattern.compile("whe_[a-z0-9]{1,32}");
  private static final int PAGE = 50;
  private static final int PAGE_MAX = 200;

  private final Webhooks webhooks;
  private final Bodies bodies;
  private final WebhookReader reader;

  WebhookEndpoints(Webhooks webhooks, Bodies bodies, WebhookSettings settings) {
    this.webhooks = webhooks;
    this.bodies = bodies;
    this.reader = new WebhookReader(settings.httpsOnly());
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.post(ALL, this::register),
        Endpoint.get(ALL, this::list),
        Endpoint.get(ONE, this::show),
        Endpoint.delete(ONE, this::delete),
        Endpoint.post(ONE + "/secret", this::rotate),
        Endpoint.post(ONE + "/enable", this::enable),
        Endpoint.get(ONE + "/deliveries", this::deliveries).with("cursor", "limit"),
        Endpoint.post(ONE + "/replay", this::replay).with("from", "message"));
  }

  private CompletionStage<HttpResponse> register(Exchange exchange) {
    String merchant = Merchants.of(exchange);
    return bodies
        .read(exchange)
        .thenApply(reader::read)
        .thenCompose(request -> register(merchant, request))
        .thenApply(
            made -> {
              WebhookEndpoint endpoint = made.orElseThrow(WebhookEndpoints::tooMany);
              return Replies.json(StatusCodes.CREATED.intValue(), WebhookJson.withSecret(endpoint))
                  .addHeader(Replies.header("Location", ALL + "/" + endpoint.id()));
            });
  }

  private CompletionStage<Optional<WebhookEndpoint>> register(
      String merchant, WebhookRequest request) {
    return webhooks.register(merchant, request.url(), request.subscription(), request.secret());
  }

  private CompletionStage<HttpResponse> list(Exchange exchange) {
    return webhooks
        .all(Merchants.of(exchange))
        .thenApply(all -> Replies.json(StatusCodes.OK.intValue(), WebhookJson.all(all)));
  }

  private CompletionStage<HttpResponse> show(Exchange exchange) {
    return webhooks
        .find(Merchants.of(exchange), id(exchange))
        .thenApply(found -> WebhookJson.of(found.orElseThrow(WebhookEndpoints::unknown)))
        .thenApply(json -> Replies.json(StatusCodes.OK.intValue(), json));
  }

  private CompletionStage<HttpResponse> delete(Exchange exchange) {
    return webhooks
        .delete(Merchants.of(exchange), id(exchange))
        .thenApply(
            deleted -> {
              if (!deleted) {
                throw unknown();
              }
              return HttpResponse.create().withStatus(StatusCodes.NO_CONTENT);
            });
  }

  private CompletionStage<HttpResponse> rotate(Exchange exchange) {
    bodies.discard(exchange.request());
    return webhooks
        .rotate(Merchants.of(exchange), id(exchange))
        .thenApply(found -> WebhookJson.withSecret(found.orElseThrow(WebhookEndpoints::unknown)))
        .thenApply(json -> Replies.json(StatusCodes.OK.intValue(), json));
  }

  private CompletionStage<HttpResponse> enable(Exchange exchange) {
    bodies.discard(exchange.request());
    return webhooks
        .enable(Merchants.of(exchange), id(exchange))
        .thenApply(found -> WebhookJson.of(found.orElseThrow(WebhookEndpoints::unknown)))
        .thenApply(json -> Replies.json(StatusCodes.OK.intValue(), json));
  }

  private CompletionStage<HttpResponse> deliveries(Exchange exchange) {
    int limit = (int) exchange.whole("limit", PAGE, 1, PAGE_MAX);
    long before = exchange.whole("cursor", Long.MAX_VALUE, 1, Long.MAX_VALUE);
    return webhooks
        .deliveries(Merchants.of(exchange), id(exchange), before, limit + 1)
        .thenApply(found -> page(found.orElseThrow(WebhookEndpoints::unknown), limit));
  }

  private static HttpResponse page(List<DeliveryLog> found, int limit) {
    boolean more = found.size() > limit;
    return Replies.json(
        StatusCodes.OK.intValue(),
        WebhookJson.deliveries(more ? found.subList(0, limit) : found, more));
  }

  private CompletionStage<HttpResponse> replay(Exchange exchange) {
    ReplayRequest wanted = ReplayReader.read(exchange.query());
    bodies.discard(exchange.request());
    return switch (wanted) {
      case ReplayRequest.Since since ->
          webhooks
              .replay(Merchants.of(exchange), id(exchange), since.from())
              .thenApply(count -> replayed(count.orElseThrow(WebhookEndpoints::unknown)));
      case ReplayRequest.One one ->
          webhooks
              .replay(Merchants.of(exchange), id(exchange), one.messageId())
              .thenApply(count -> replayedOne(count.orElseThrow(WebhookEndpoints::unknown)));
    };
  }

  private static HttpResponse replayed(int messages) {
    return Replies.json(StatusCodes.ACCEPTED.intValue(), WebhookJson.replayed(messages));
  }

  private static HttpResponse replayedOne(int messages) {
    if (messages == 0) {
      throw Refusals.problem(
          ProblemType.WEBHOOK_MESSAGE_NOT_FOUND, "no message has this id, or not any more");
    }
    return replayed(messages);
  }

  private static String id(Exchange exchange) {
    String id = exchange.variable("id");
    if (!ID.matcher(id).matches()) {
      throw unknown();
    }
    return id;
  }

  private static ProblemException unknown() {
    return Refusals.problem(
        ProblemType.WEBHOOK_ENDPOINT_NOT_FOUND, "no webhook endpoint has this id");
  }

  private static ProblemException tooMany() {
    return Refusals.problem(
        ProblemType.TOO_MANY_WEBHOOK_ENDPOINTS, "there are as many as there may be");
  }
}
