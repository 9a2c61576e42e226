package dev.crossdock.simulator;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One effect at a partner, for whoever checks what was done.
 *
 * @param ref the partner's id of it
 * @param key the idempotency key of the call that caused it
 * @param orderId as far as the request told it; of a booking it is the request's reference
 * @param shipmentId as far as the request told it
 * @param status as the partner API names it; a notification is TAKEN
 * @param captured of an authorization or a capture
 * @param refunded of an authorization or a capture
 * @param next the status it will have by itself, if any
 * @param calls how many times a changing call with that key arrived, faulty ones too
 * @param effects how many effects of this kind that key has had: more than one is a bug
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerEntry(
    String partner,
    EffectKind kind,
    String ref,
    String key,
    @Nullable String orderId,
    @Nullable String shipmentId,
    String status,
    @Nullable String currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal captured,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal refunded,
    @Nullable String next,
    Instant at,
    int calls,
    int effects) {

  static LedgerEntry of(Entry entry, int calls, int effects) {
    Sums sums = entry.sums();
    return new LedgerEntry(
        entry.partner(),
        entry.kind(),
        entry.ref(),
        entry.key(),
        entry.about().orderId(),
        entry.about().shipmentId(),
        entry.status(),
        sums == null ? null : sums.currency(),
        sums == null ? null : sums.amount(),
        sums == null ? null : sums.captured(),
        sums == null ? null : sums.refunded(),
        entry.next().map(Moment::status).orElse(null),
        entry.at(),
        calls,
        effects);
  }

  /** Whether it still binds something that an order given up must not bind. */
  boolean isHeld() {
    return switch (kind) {
      case RESERVATION -> status.equals("RESERVED");
      case AUTHORIZATION -> (status.equals("AUTHORIZED") || status.equals("PENDING")) && isOpen();
      case BOOKING -> status.equals("BOOKED");
      case FULFILLMENT -> !status.equals("CANCELLED") && !status.equals("REJECTED");
      case CAPTURE -> captured != null && refunded != null && captured.compareTo(refunded) > 0;
      case REFUND, NOTIFICATION, TRACKING -> false;
    };
  }

  private boolean isOpen() {
    return amount != null && captured != null && captured.compareTo(amount) < 0;
  }
}
