package dev.crossdock.flow;

import dev.crossdock.partner.Ask;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an order or a shipment has to say to its partners, step by step. */
public interface Asks {

  /** The aggregate's id, first part of every idempotency key. */
  String id();

  /** By when it was promised. */
  Instant promise();

  /** Whether the step may be begun, or tried again, now. */
  boolean mayBegin(Step step);

  Ask forward(Step step);

  /** What takes back an entry of the ledger. */
  Ask undo(LedgerEntry entry);

  Ask notice(Milestone milestone);

  /** Which partner of the kind it is asked of; absent: the only one, for rates every one. */
  @Nullable String partner(Step step);
}
