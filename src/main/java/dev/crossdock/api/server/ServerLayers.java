package dev.crossdock.api.server;

import dev.crossdock.settings.HttpSettings;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.event.Logging;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.settings.ParserSettings;
import org.apache.pekko.http.javadsl.settings.ServerSettings;
import org.apache.pekko.stream.TLSProtocol;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.TLSPlacebo;
import org.apache.pekko.util.ByteString;
import scala.concurrent.duration.Duration;

/** Pekko's server side of HTTP, set up as this program needs it. */
final class ServerLayers {
  private static final int URI_LENGTH_MAX = 4096;
  private static final int HEADERS_MAX = 64;

  private ServerLayers() {}

  /** Between requests with answers and bytes; one for all connections. */
  static BidiFlow<HttpResponse, ByteString, ByteString, HttpRequest, NotUsed> create(
      ActorSystem<?> system, HttpSettings settings) {
    return Http.get(system)
        .serverLayer(
            layerSettings(system, settings),
            Optional.empty(),
            Logging.getLogger(system.classicSystem(), ServerLayers.class))
        .atop(
            BidiFlow.fromFlows(
                Flow.of(TLSProtocol.SslTlsOutbound.class),
                Flow
                    .<TLSProtocol.SessionBytes, TLSProtocol.SslTlsInbound, TLSProtocol.SessionBytes,
                        NotUsed>
                        upcast(Flow.of(TLSProtocol.SessionBytes.class))))
        .atop(TLSPlacebo.getInstance());
  }

  private static ServerSettings layerSettings(ActorSystem<?> system, HttpSettings settings) {
    ServerSettings given = ServerSettings.create(system.classicSystem());
    ParserSettings parser =
        given
            .getParserSettings()
            .withMaxContentLength(settings.bodyBytesMax())
            .withMaxUriLength(URI_LENGTH_MAX)
            .withMaxHeaderCount(HEADERS_MAX)
            .withIllegalHeaderWarnings(false);
    return given
        .withServerHeader(Optional.empty())
        .withTransparentHeadRequests(true)
        .withParserSettings(parser)
        .withParsingErrorHandler(ParsingErrors.class.getName())
        .withTimeouts(
            given
                .getTimeouts()
                .withRequestTimeout(Duration.fromNanos(settings.requestTimeout().toNanos())));
  }
}
