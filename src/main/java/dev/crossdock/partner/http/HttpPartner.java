package dev.crossdock.partner.http;

import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Partner;
import dev.crossdock.partner.PartnerCall;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One partner over HTTP. All its calls and connections live on one event loop. */
final class HttpPartner implements Partner {
  private static final String USER_AGENT =
      "crossdock/"
          + Optional.ofNullable(HttpPartner.class.getPackage().getImplementationVersion())
              .orElse("dev");

  private final String name;
  private final BaseUrl url;
  private final HttpClient client;
  private final Context eventLoop;
  private final Clock clock;

  HttpPartner(String name, BaseUrl url, HttpClient client, Context eventLoop, Clock clock) {
    this.name = name;
    this.url = url;
    this.client = client;
    this.eventLoop = eventLoop;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Outcome> call(PartnerCall call) {
    try {
      HttpAsk ask = AskWriter.write(call);
      RequestOptions options = optionsOf(ask);
      Optional<Buffer> body =
          Optional.ofNullable(ask.body()).map(node -> Buffer.buffer(Json.bytes(node)));
      Exchange exchange =
          new Exchange(
              eventLoop.owner(),
              body,
              answer -> OutcomeReader.read(call, name, answer, clock.instant()));
      eventLoop.runOnContext(go -> exchange.start(client, options, call.deadline()));
      return exchange.outcome();
    } catch (RuntimeException e) {
      // Nothing has left: an ask that cannot be said in HTTP, or the client is closed.
      String reason = "cannot be asked: " + e;
      return CompletableFuture.completedFuture(
          new Outcome.Unanswered(Reach.NOT_ACTED_ON, reason, null));
    }
  }

  private RequestOptions optionsOf(HttpAsk ask) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(ask.method()))
            .setSsl(url.tls())
            .setHost(url.host())
            .setPort(url.port())
            .setURI(url.prefix() + ask.path())
            .putHeader("Host", url.authority())
            .putHeader("User-Agent", USER_AGENT)
            .putHeader("Accept", "application/json");
    if (ask.idempotencyKey() != null) {
      options.putHeader("Idempotency-Key", ask.idempotencyKey());
    }
    if (ask.body() != null) {
      options.putHeader("Content-Type", "application/json");
    } else if (ask.method().equals("POST")) {
      // Some servers answer 411 to a POST that does not say that it has no body.
      options.putHeader("Content-Length", "0");
    }
    return options;
  }
}
