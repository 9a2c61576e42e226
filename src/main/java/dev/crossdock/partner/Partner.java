package dev.crossdock.partner;

import java.util.concurrent.CompletionStage;

/**
 * A partner, as its adapter makes it available.
 *
 * <p>An adapter never blocks, never throws and never retries; the stage is never completed
 * exceptionally and is completed at the call's deadline at the latest.
 */
@FunctionalInterface
public interface Partner {
  CompletionStage<Outcome> call(PartnerCall call);
}
