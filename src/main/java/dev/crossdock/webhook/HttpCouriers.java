package dev.crossdock.webhook;

import dev.crossdock.settings.WebhookSettings;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.internal.VertxInternal;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Makes couriers, all on the same two event loops, which are not those of the partners, each with a
 * few connections of its own: so an endpoint that is dead is in nobody's way.
 */
final class HttpCouriers {
  static final String USER_AGENT =
      "crossdock-webhooks/"
          + Optional.ofNullable(HttpCouriers.class.getPackage().getImplementationVersion())
              .orElse("dev");
  private static final int EVENT_LOOPS = 2;
  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
  private static final int NAME_QUERY_TIMEOUT_MILLIS = 2_000;
  private static final int KEEP_ALIVE_SECONDS = 10;
  private static final int HEADER_BYTES_MAX = 16 * 1024;

  private final VertxInternal vertx;
  private final HttpClientOptions options;
  private final Names names;
  private final Addresses addresses;
  private final WebhookSettings settings;
  private final Clock clock;

  /**
   * With other options and names, for tests.
   *
   * @param names from Vert.x's own
   */
  HttpCouriers(
      WebhookSettings settings,
      Clock clock,
      HttpClientOptions options,
      Function<Names, Names> names) {
    this.settings = settings;
    this.clock = clock;
    this.options =
        new HttpClientOptions(options)
            .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
            .setMaxHeaderSize(HEADER_BYTES_MAX);
    this.addresses = new Addresses(settings.allowedNetworks());
    this.vertx = (VertxInternal) Vertx.builder().with(vertxOptions()).build();
    this.names = names.apply(name -> vertx.nameResolver().resolveAll(name));
  }

  static HttpCouriers create(WebhookSettings settings, Clock clock) {
    return new HttpCouriers(settings, clock, new HttpClientOptions(), Function.identity());
  }

  Courier courier() {
    PoolOptions pool =
        new PoolOptions()
            .setHttp1MaxSize(settings.concurrencyMax())
            .setMaxWaitQueueSize(settings.concurrencyMax());
    HttpClientAgent client =
        vertx
            .httpClientBuilder()
            .with(options)
            .with(pool)
            .withConnectHandler(connection -> connection.exceptionHandler(cause -> {}))
            .build();
    return new HttpCourier(client, vertx.createEventLoopContext());
  }

  CompletionStage<Void> close() {
    return vertx.close().toCompletionStage();
  }

  /** All its attempts and connections live on one event loop. */
  private final class HttpCourier implements Courier {
    private final HttpClientAgent client;
    private final Context eventLoop;

    private HttpCourier(HttpClientAgent client, Context eventLoop) {
      this.client = client;
      this.eventLoop = eventLoop;
    }

    @Override
    public CompletionStage<Answer> carry(URI url, Envelope envelope) {
      try {
        Trip trip = new Trip(vertx, clock, addresses, Target.of(url), envelope);
        eventLoop.runOnContext(go -> trip.start(names, client, settings.deadline()));
        return trip.answer();
      } catch (RuntimeException e) {
        return CompletableFuture.completedFuture(new Answer.Nothing("cannot be sent: " + e));
      }
    }

    @Override
    public void close() {
      client.close();
    }
  }

  private static VertxOptions vertxOptions() {
    return new VertxOptions()
        .setEventLoopPoolSize(EVENT_LOOPS)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setPreferNativeTransport(false)
        .setUseDaemonThread(true)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false))
        .setAddressResolverOptions(
            new AddressResolverOptions().setQueryTimeout(NAME_QUERY_TIMEOUT_MILLIS));
  }
}
