package dev.crossdock.partner.http;

import dev.crossdock.partner.Partner;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.internal.VertxInternal;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Makes partners that are called over HTTP, all on the same few event loops, each with a pool of
 * connections of its own.
 *
 * <p>Names are resolved by Vert.x and not by the JDK, which would block an event loop and with it
 * the partners beside the one whose name server is out. The file of hosts is followed all the same.
 */
public final class HttpPartners {
  private static final int EVENT_LOOPS = 2;
  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
  private static final int NAME_QUERY_TIMEOUT_MILLIS = 2_000;
  private static final int HOSTS_REFRESH_SECONDS = 30;

  /**
   * Below what servers commonly wait (Tomcat 20 s, Jetty 30 s, load balancers 60 s), so that they
   * seldom close a connection just when it is used. One that waits less says so in a header
   * Keep-Alive, which is obeyed, or closes and is seen to.
   */
  private static final int KEEP_ALIVE_SECONDS = 15;

  private final Clock clock;
  private final HttpClientOptions options;
  private final VertxInternal vertx;

  /**
   * @param clock what a Retry-After that is a date is measured by
   */
  public HttpPartners(Clock clock) {
    this(clock, new HttpClientOptions());
  }

  /** With options of the client to start from: whom to trust, for one. */
  HttpPartners(Clock clock, HttpClientOptions options) {
    this.clock = clock;
    this.options =
        new HttpClientOptions(options)
            .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
    this.vertx = (VertxInternal) Vertx.builder().with(vertxOptions()).build();
  }

  /**
   * Makes a partner with a pool of its own. It connects when it is first called.
   *
   * @param name becomes the carrier of its rates
   * @param baseUrl http or https; a path is what stands before {@code /v1}
   * @param connectionsMax above zero; twice as many calls may wait for one, or for it to be opened
   * @throws IllegalArgumentException when the URL cannot be one of a partner
   */
  public Partner forPartner(String name, URI baseUrl, int connectionsMax) {
    PoolOptions pool =
        new PoolOptions().setHttp1MaxSize(connectionsMax).setMaxWaitQueueSize(2 * connectionsMax);
    BaseUrl url = BaseUrl.of(baseUrl);
    HttpClientAgent client =
        vertx
            .httpClientBuilder()
            .with(options)
            .with(pool)
            .withConnectHandler(HttpPartners::leaveFaultsToCalls)
            .build();
    return new HttpPartner(name, url, client, vertx.createEventLoopContext(), clock);
  }

  /** Closes all connections; calls under way end as unanswered. */
  public CompletionStage<Void> close() {
    return vertx.close().toCompletionStage();
  }

  /** A call tells what went wrong on its connection; nobody misses one that was idle. */
  private static void leaveFaultsToCalls(HttpConnection connection) {
    connection.exceptionHandler(cause -> {});
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
            new AddressResolverOptions()
                .setQueryTimeout(NAME_QUERY_TIMEOUT_MILLIS)
                .setHostsRefreshPeriod(HOSTS_REFRESH_SECONDS)
                .setHostsRefreshPeriodUnit(TimeUnit.SECONDS));
  }
}
