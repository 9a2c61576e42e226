package dev.crossdock.webhook;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gets an answer from {@code quick.example} at once, and from {@code silent.example} never. */
final class QuickOrSilent implements Courier {
  private final List<URI> sent = new CopyOnWriteArrayList<>();

  long sentTo(WebhookEndpoint endpoint) {
    return sent.stream().filter(endpoint.url()::equals).count();
  }

  @Override
  public CompletionStage<Answer> carry(URI url, Envelope envelope) {
    sent.add(url);
    return url.getHost().startsWith("quick")
        ? CompletableFuture.completedFuture(new Answer.Status(200, null))
        : new CompletableFuture<>();
  }

  @Override
  public void close() {}
}
