package dev.crossdock.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.write.ReadSideJson;
import dev.crossdock.order.Unavailable;
import dev.crossdock.view.Part;
import dev.crossdock.view.ReadSideDesk;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows operators how the read side is, and lets them mend it. */
final class ReadSideEndpoints {
  private static final int LETTERS = 50;
  private static final int LETTERS_MAX = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(ReadSideEndpoints.class);

  private final ReadSideDesk desk;
  private final Bodies bodies;

  ReadSideEndpoints(ReadSideDesk desk, Bodies bodies) {
    this.desk = desk;
    this.bodies = bodies;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/system/read-side", this::report),
        Endpoint.post("/v1/system/read-side/rebuild", this::rebuild).with("only"),
        Endpoint.post("/v1/system/read-side/sweep", this::sweep),
        Endpoint.get("/v1/system/dead-letters", this::letters).with("limit"),
        Endpoint.post("/v1/system/dead-letters/replay", this::replay));
  }

  private CompletionStage<HttpResponse> report(Exchange exchange) {
    return answer(StatusCodes.OK, desk.report().thenApply(ReadSideJson::of));
  }

  /** It has only begun. */
  private CompletionStage<HttpResponse> rebuild(Exchange exchange) {
    bodies.discard(exchange.request());
    return answer(StatusCodes.ACCEPTED, desk.rebuild(only(exchange)).thenApply(ReadSideJson::of));
  }

  private static Optional<Part> only(Exchange exchange) {
    String label = exchange.query().get("only");
    Optional<Part> part = label == null ? Optional.empty() : Part.of(label);
    if (label != null && part.isEmpty()) {
      throw Refusals.problem(
          ProblemType.INVALID_PARAMETER,
          "only is one of "
              + Arrays.stream(Part.values()).map(Part::label).collect(Collectors.joining(", ")));
    }
    return part;
  }

  /** Goes on by itself: what it has found is told by the report. */
  private CompletionStage<HttpResponse> sweep(Exchange exchange) {
    bodies.discard(exchange.request());
    desk.sweep()
        .whenComplete(
            (round, failure) -> {
              if (failure != null) {
                LOG.warn("the sweep was given up: {}", failure.toString());
              }
            });
    return answer(StatusCodes.ACCEPTED, desk.report().thenApply(ReadSideJson::of));
  }

  private CompletionStage<HttpResponse> letters(Exchange exchange) {
    int limit = (int) exchange.whole("limit", LETTERS, 1, LETTERS_MAX);
    return answer(StatusCodes.OK, desk.deadLetters(limit).thenApply(ReadSideJson::of));
  }

  private CompletionStage<HttpResponse> replay(Exchange exchange) {
    bodies.discard(exchange.request());
    return answer(StatusCodes.OK, desk.replay().thenApply(ReadSideJson::of));
  }

  /** Only the database can fail here, and most likely it is only away. */
  private static CompletionStage<HttpResponse> answer(
      StatusCode status, CompletionStage<ObjectNode> body) {
    return body.handle(
        (json, failure) -> {
          if (failure != null) {
            throw new Unavailable("the read side did not answer: " + failure, failure);
          }
          return Replies.json(status.intValue(), json);
        });
  }
}
