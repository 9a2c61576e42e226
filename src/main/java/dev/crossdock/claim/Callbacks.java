package dev.crossdock.claim;

import java.util.concurrent.CompletionStage;

/** Where partners' callbacks go. */
public interface Callbacks {

  /**
   * Takes a callback to whom it concerns. The stage fails when nobody can tell whether it was
   * journalled: the partner is to send it again.
   */
  CompletionStage<Receipt> take(Callback callback);

  /** What has become of a callback, durable. */
  enum Receipt {
    /** Journalled by the order or shipment that it concerns. */
    TAKEN,
    /** Nothing new was said: seen before, or overtaken by a later one. */
    NOTHING_NEW,
    /** Nobody is known by its subject yet; it is kept for a while, for it may come early. */
    KEPT_ASIDE
  }
}
