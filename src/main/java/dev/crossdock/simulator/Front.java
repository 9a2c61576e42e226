package dev.crossdock.simulator;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request: finds whom it is for, reads it, and has it answered. */
final class Front {

  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final long READ_WITHIN_MILLIS = 10_000;

  private final ActorSystem<?> system;
  private final Directory directory;
  private final Teller teller;
  private final Trouble trouble;
  private final Control control;

  Front(
      ActorSystem<?> system, Directory directory, Teller teller, Trouble trouble, Control control) {
    this.system = system;
    this.directory = directory;
    this.teller = teller;
    this.trouble = trouble;
    this.control = control;
  }

  /** Never fails: what goes wrong is an answer, too. */
  CompletionStage<HttpResponse> handle(HttpRequest request) {
    return request
        .entity()
        .toStrict(READ_WITHIN_MILLIS, system)
        .thenCompose(entity -> answer(Incoming.of(request, entity.getData())))
        .exceptionally(Front::problem);
  }

  private CompletionStage<HttpResponse> answer(Incoming incoming) {
    Optional<HttpResponse> ours = control.answer(incoming);
    if (ours.isPresent()) {
      return CompletableFuture.completedStage(ours.get());
    }
    Operation operation = directory.find(incoming);
    teller.arrived(incoming, operation);
    return trouble.around(
        incoming.segments().getFirst(),
        operation.name(),
        () -> teller.perform(incoming, operation));
  }

  private static HttpResponse problem(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Refusal refusal) {
      return Answers.of(Reply.of(refusal));
    }
    LOG.error("a request failed", cause);
    return Answers.of(
        Reply.of(Refusal.of(500, "bug", "The simulator failed", String.valueOf(cause))));
  }
}
