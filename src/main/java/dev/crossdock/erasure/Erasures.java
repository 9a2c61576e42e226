package dev.crossdock.erasure;

import dev.crossdock.personal.Certificate;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Forgets customers. Stages fail with {@link dev.crossdock.order.Unavailable}: then nobody can
 * tell, and asking again is safe.
 */
public interface Erasures {

  /**
   * Destroys what the personal data of all orders of the customer is sealed with, unless one of
   * these still needs it. Of a customer who was erased before, the same certificate comes again.
   */
  CompletionStage<Erasure> erase(String merchant, String customer);

  /** The customer's last erasure. */
  CompletionStage<Optional<Certificate>> last(String merchant, String customer);
}
