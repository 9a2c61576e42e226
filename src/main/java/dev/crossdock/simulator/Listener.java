package dev.crossdock.simulator;

import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.settings.ServerSettings;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.SharedKillSwitch;
import org.apache.pekko.stream.TLSProtocol.SessionBytes;
import org.apache.pekko.stream.TLSProtocol.SslTlsInbound;
import org.apache.pekko.stream.TLSProtocol.SslTlsOutbound;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.TLSPlacebo;
import org.apache.pekko.stream.javadsl.Tcp;
import org.apache.pekko.util.ByteString;

/**
 * The port. Pekko HTTP's own binding answers 500 where its handler gives no answer; here each
 * connection has a switch beside it, so that an answer can be lost as a network loses it.
 */
final class Listener {

  private final ActorSystem<?> system;
  private final Function<HttpRequest, CompletionStage<HttpResponse>> handler;
  private final ServerSettings tuning;
  private final SharedKillSwitch everything = KillSwitches.shared("simulator");

  Listener(ActorSystem<?> system, Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
    this.system = system;
    this.handler = handler;
    this.tuning = ServerTuning.server(system);
  }

  CompletionStage<Tcp.ServerBinding> bind(SimulatorSettings settings) {
    return Tcp.get(system)
        .bind(
            settings.host(),
            settings.port(),
            tuning.getBacklog(),
            Collections.emptyList(),
            false,
            Optional.empty())
        .to(Sink.foreach(this::serve))
        .run(system);
  }

  /** Closes every connection. */
  void close() {
    everything.shutdown();
  }

  private void serve(Tcp.IncomingConnection connection) {
    SharedKillSwitch wire = KillSwitches.shared("connection");
    Flow<HttpRequest, HttpResponse, NotUsed> calls =
        Flow.<HttpRequest>create()
            .mapAsync(1, request -> handler.apply(request).thenCompose(it -> orCut(it, wire)));
    Flow<ByteString, ByteString, NotUsed> bytes =
        calls
            .join(Http.get(system).serverLayer(tuning).atop(plain()))
            .via(wire.<ByteString>flow())
            .via(everything.<ByteString>flow());
    connection.handleWith(bytes, system);
  }

  /** The layer of TLS, without TLS. */
  private static BidiFlow<SslTlsOutbound, ByteString, ByteString, SslTlsInbound, NotUsed> plain() {
    return BidiFlow.fromFlows(
            Flow.<SslTlsOutbound>create(),
            Flow.<SessionBytes>create().map(SslTlsInbound.class::cast))
        .atop(TLSPlacebo.getInstance());
  }

  private static CompletionStage<HttpResponse> orCut(HttpResponse response, SharedKillSwitch wire) {
    if (response != Answers.CUT) {
      return CompletableFuture.completedStage(response);
    }
    wire.abort(new AnswerLost());
    return new CompletableFuture<>();
  }

  /** Why a connection was cut; it has no stack, because it is meant. */
  private static final class AnswerLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnswerLost() {
      super("the answer is lost on purpose", null, false, false);
    }
  }
}
