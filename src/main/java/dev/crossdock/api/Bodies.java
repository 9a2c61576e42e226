package dev.crossdock.api;

import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemException;
import dev.crossdock.api.problem.ProblemType;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.scaladsl.model.EntityStreamSizeException;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.util.ByteString;

/** Receives bodies: all of one, within a deadline and a size, and only what can be read. */
final class Bodies {
  private final Materializer materializer;
  private final Duration deadline;
  private final int bytesMax;

  Bodies(ActorSystem<?> system, Duration deadline, int bytesMax) {
    this.materializer = Materializer.matFromSystem(system);
    this.deadline = deadline;
    this.bytesMax = bytesMax;
  }

  /** The bytes of a JSON body. The stage fails with a {@link ProblemException}. */
  CompletionStage<byte[]> read(Exchange exchange) {
    require(exchange, Endpoint.JSON);
    return exchange
        .request()
        .entity()
        .withSizeLimit(bytesMax)
        .getDataBytes()
        .completionTimeout(deadline)
        .runFold(ByteString.emptyByteString(), ByteString::concat, materializer)
        .thenApply(ByteString::toArrayUnsafe)
        .exceptionally(
            failure -> {
              throw problem(failure).with("Connection", "close").asException();
            });
  }

  /** Passes over a body that nobody reads, so that the connection can go on. */
  void discard(HttpRequest request) {
    request.discardEntityBytes(materializer);
  }

  /**
   * Sees to it that a body is in a form that is read.
   *
   * @throws ProblemException when it is not
   */
  static void require(Exchange exchange, String mediaType) {
    ContentType type = exchange.request().entity().getContentType();
    String name = type.mediaType().mainType() + "/" + type.mediaType().subType();
    boolean utf8 =
        type.getCharsetOption().map(it -> it.value().equalsIgnoreCase("utf-8")).orElse(true);
    boolean plain =
        exchange
            .header("Content-Encoding")
            .map(coding -> coding.toLowerCase(Locale.ROOT).equals("identity"))
            .orElse(true);
    if (!name.equals(mediaType) || !utf8 || !plain) {
      throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, mediaType + " in UTF-8 is read here")
          .with("Accept", mediaType)
          .asException();
    }
  }

  private Problem problem(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (cause) {
      case EntityStreamSizeException e ->
          Problem.of(ProblemType.PAYLOAD_TOO_LARGE, bytesMax + " bytes at most are taken");
      case TimeoutException e ->
          Problem.of(
              ProblemType.REQUEST_TIMEOUT,
              "the body did not arrive within " + deadline.toMillis() + " ms");
      default -> // whatever else HTTP finds fault with while it receives
          Problem.of(ProblemType.BAD_HTTP, "the body did not arrive whole");
    };
  }
}
