package dev.crossdock.order;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why an order is not to go on for now.
 *
 * @param by who placed it: a partner's name, a person, or crossdock itself
 * @param expiresAt it is lifted by itself then
 */
public record Hold(
    String holdId,
    Reason reason,
    @Nullable String note,
    String by,
    Instant at,
    @Nullable Instant expiresAt,
    Set<Block> blocks) {

  /** Why. */
  public enum Reason {
    AWAITING_PAYMENT,
    HIGH_RISK_OF_FRAUD,
    INCORRECT_ADDRESS,
    INVENTORY_OUT_OF_STOCK,
    CREDIT_REVIEW,
    DUPLICATE_SUSPECTED,
    CUSTOMER_REQUEST,
    PARTNER_OUTAGE,
    EXPORT_CONTROL,
    OTHER
  }

  /** What must not be begun. */
  public enum Block {
    RELEASE,
    BOOK,
    CAPTURE,
    ALL
  }

  public Hold {
    blocks = Set.copyOf(blocks);
  }

  /** Whether it forbids that. */
  public boolean blocks(Block what) {
    return blocks.contains(what) || blocks.contains(Block.ALL);
  }
}
