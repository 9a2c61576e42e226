package dev.crossdock.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.read.BatchLine;
import dev.crossdock.api.read.BatchReader;
import dev.crossdock.api.read.OrderReader;
import dev.crossdock.api.write.BatchJson;
import dev.crossdock.api.write.Json;
import dev.crossdock.ops.IntakeGate;
import dev.crossdock.order.Orders;
import dev.crossdock.settings.HttpSettings;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/**
 * Takes in orders by the line, and answers by the line, in order, while further lines come. What is
 * under way is bounded, so a client that does not take its answers is not read from either.
 */
final class BatchEndpoint {
  private static final String PATH = "/v1/orders:batch";
  private static final String LINES = "application/x-ndjson";
  private static final ContentType FORM =
      MediaTypes.customBinary("application", "x-ndjson", true).toContentType();
  private static final ByteString END_OF_LINE = ByteString.fromString("\n");

  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

  /** Answers that wait for the client are sent together, up to so many bytes. */
  private static final long TOGETHER_BYTES_MAX = 16 * 1024;

  private final Materializer materializer;
  private final ActorSystem<?> system;
  private final Orders orders;
  private final IntakeGate gate;
  private final BatchReader reader;
  private final HttpSettings settings;

  BatchEndpoint(ActorSystem<?> system, ApiParts parts, HttpSettings settings) {
    this.materializer = Materializer.matFromSystem(system);
    this.system = system;
    this.orders = parts.orders();
    this.gate = parts.gate();
    this.reader = new BatchReader(new OrderReader(parts.flows()));
    this.settings = settings;
  }

  List<Endpoint> all() {
    return List.of(Endpoint.post(PATH, this::take).producing(LINES));
  }

  /** The answer begins once the first line is there: until then there can be one as a whole. */
  private CompletionStage<HttpResponse> take(Exchange exchange) {
    Bodies.require(exchange, LINES);
    return exchange
        .request()
        .entity()
        .withoutSizeLimit()
        .getDataBytes()
        .via(new LineSplitter(settings.bodyBytesMax(), settings.bodyDeadline()))
        .prefixAndTail(1)
        .runWith(Sink.head(), materializer)
        .thenApply(lines -> answer(exchange, lines));
  }

  private HttpResponse answer(
      Exchange exchange, Pair<List<BatchedLine>, Source<BatchedLine, NotUsed>> lines) {
    if (lines.first().stream().anyMatch(BatchedLine.Broken.class::isInstance)) {
      throw broken((BatchedLine.Broken) lines.first().getFirst())
          .with("Connection", "close")
          .asException();
    }
    String merchant = Merchants.of(exchange);
    BatchJson json = new BatchJson(PATH, exchange.id());
    Source<ByteString, NotUsed> answers =
        Source.from(lines.first())
            .concat(lines.second())
            .mapAsync(settings.batchParallel(), line -> answer(merchant, line, json, exchange.id()))
            .map(answer -> ByteString.fromArrayUnsafe(Json.bytes(answer)).concat(END_OF_LINE))
            .batchWeighted(
                TOGETHER_BYTES_MAX, answer -> (long) answer.size(), a -> a, ByteString::concat)
            .backpressureTimeout(settings.bodyDeadline());
    return HttpResponse.create()
        .withEntity(HttpEntities.createChunked(FORM, answers))
        .addHeader(Replies.header("X-Accel-Buffering", "no"))
        .addHeader(Replies.header("Connection", "close"));
  }

  private CompletionStage<ObjectNode> answer(
      String merchant, BatchedLine line, BatchJson json, String requestId) {
    return switch (line) {
      case BatchedLine.Text text ->
          CompletableFuture.completedFuture(text)
              .thenCompose(it -> place(merchant, it, json))
              .exceptionally(
                  failure -> json.refused(line.number(), Router.problemOf(failure, requestId)));
      case BatchedLine.TooLong tooLong -> refused(tooLong, json, tooLong());
      case BatchedLine.Broken broken -> refused(broken, json, broken(broken));
    };
  }

  private CompletionStage<ObjectNode> place(
      String merchant, BatchedLine.Text line, BatchJson json) {
    BatchLine read = reader.read(line.bytes().toArrayUnsafe());
    OrderId id = OrderIds.of(merchant, read.key());
    return letIn()
        .thenCompose(in -> gate.timed(() -> orders.place(OrderEndpoints.placing(id, read.order()))))
        .thenApply(OrderEndpoints::now)
        .thenApply(now -> json.placed(line.number(), id.value(), !now.changed()));
  }

  /** A line is not turned away: it waits, and so does whoever sends the next ones. */
  private CompletionStage<Done> letIn() {
    return gate.ask()
        .map(later -> Patterns.after(ASK_AGAIN, system.classicSystem(), this::letIn))
        .orElseGet(() -> CompletableFuture.completedFuture(Done.getInstance()));
  }

  private static CompletionStage<ObjectNode> refused(
      BatchedLine line, BatchJson json, Problem problem) {
    return CompletableFuture.completedFuture(json.refused(line.number(), problem));
  }

  private Problem tooLong() {
    return Problem.of(
        ProblemType.PAYLOAD_TOO_LARGE, settings.bodyBytesMax() + " bytes a line at most are taken");
  }

  private static Problem broken(BatchedLine.Broken line) {
    return line.why() instanceof TimeoutException silence
        ? Problem.of(ProblemType.REQUEST_TIMEOUT, String.valueOf(silence.getMessage()))
        : Problem.of(ProblemType.BAD_HTTP, "the body did not arrive whole");
  }
}
