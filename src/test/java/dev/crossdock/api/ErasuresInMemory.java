package dev.crossdock.api;

import dev.crossdock.erasure.Erasure;
import dev.crossdock.erasure.Erasures;
import dev.crossdock.personal.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says of every erasure what the test wants it to. */
final class ErasuresInMemory implements Erasures {
  Erasure next = new Erasure.Nothing(List.of());
  Optional<Certificate> last = Optional.empty();
  String customer = "";

  @Override
  public CompletionStage<Erasure> erase(String merchant, String wanted) {
    customer = wanted;
    return CompletableFuture.completedFuture(next);
  }

  @Override
  public CompletionStage<Optional<Certificate>> last(String merchant, String wanted) {
    customer = wanted;
    return CompletableFuture.completedFuture(last);
  }
}
