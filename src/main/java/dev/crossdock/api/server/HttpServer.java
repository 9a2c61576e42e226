package dev.crossdock.api.server;

import dev.crossdock.settings.HttpSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.Connection;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.io.TcpSO;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Tcp;
import org.apache.pekko.util.ByteString;

/**
 * Serves HTTP over plain TCP. Pekko's own binding has no deadline for the head of a request, nor a
 * place below HTTP to put one; so its server layer is joined to connections here.
 */
public final class HttpServer {
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final int BACKLOG = 4096;

  private final ActorSystem<?> system;
  private final HttpSettings settings;
  private final Function<HttpRequest, CompletionStage<HttpResponse>> handler;
  private final BidiFlow<HttpResponse, ByteString, ByteString, HttpRequest, NotUsed> http;
  private final Stops stops = new Stops();

  private HttpServer(
      ActorSystem<?> system, HttpSettings settings, Route route, Runnable endStreams) {
    this.system = system;
    this.settings = settings;
    this.handler = route.handler(system);
    stops.watch(endStreams);
    this.http = ServerLayers.create(system, settings);
  }

  /**
   * Begins to serve.
   *
   * @param endStreams ends every answer that would go on; called when the server is to stop
   * @return completes when connections are taken; fails when the address is not to be had
   */
  public static CompletionStage<RunningServer> start(
      ActorSystem<?> system, HttpSettings settings, Route route, Runnable endStreams) {
    return new HttpServer(system, settings, route, endStreams).listen();
  }

  private CompletionStage<RunningServer> listen() {
    var bound =
        Tcp.get(system)
            .bind(
                settings.host(),
                settings.port(),
                BACKLOG,
                List.of(TcpSO.keepAlive(true)),
                false,
                Optional.empty())
            .mapAsyncUnordered(settings.connectionsMax(), this::serve)
            .toMat(Sink.ignore(), Keep.both())
            .run(system);
    return bound
        .first()
        .thenApply(binding -> new Listening(system, binding, bound.second(), stops));
  }

  /** Completes when the connection is over, however it ends. */
  private CompletionStage<Done> serve(Tcp.IncomingConnection connection) {
    Turns turns = new Turns();
    Deadlines deadlines =
        new Deadlines(
            turns,
            stops,
            settings.headerDeadline(),
            IDLE,
            () -> TooLate.answer(settings.headerDeadline()));
    Flow<ByteString, ByteString, CompletionStage<Done>> flow =
        Flow.of(ByteString.class)
            .via(answering(turns).join(http.atop(BidiFlow.fromGraph(deadlines))))
            .via(stops.connection())
            .watchTermination(Keep.right());
    return connection.handleWith(flow, system).exceptionally(cut -> Done.getInstance());
  }

  private Flow<HttpRequest, HttpResponse, NotUsed> answering(Turns turns) {
    return Flow.of(HttpRequest.class)
        .map(
            request -> {
              turns.headRead();
              return request;
            })
        .mapAsync(1, handler)
        .map(response -> answered(turns, response));
  }

  /** A stream may go on for as long as it likes, but then its connection is used up. */
  private HttpResponse answered(Turns turns, HttpResponse response) {
    turns.answered(!response.entity().isStrict());
    return stops.hasBegun() ? response.addHeader(Connection.create("close")) : response;
  }
}
