package dev.crossdock.api.read;

import dev.crossdock.api.problem.FaultCode;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.partner.Update;
import dev.crossdock.trade.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a partner calls back. A partner may say more than is known here, and that is passed
 * over; but what is needed has to be there, and right.
 */
public final class CallbackReader {
  private static final Rule REF = Rule.text(200);
  private static final Rule TYPE = Rule.text(100);

  private CallbackReader() {}

  /**
   * What the partner says.
   *
   * @param kind of the partner: each kind has its own to say
   * @throws dev.crossdock.api.problem.ProblemException with all faults of the body
   */
  public static Update read(byte[] body, PartnerKind kind) {
    var json = StrictJson.parse(body);
    Faults faults = new Faults();
    Members callback = Members.of(json, "", faults);
    Optional<Update> update = Optional.ofNullable(callback).flatMap(c -> read(c, kind));
    faults.refuseIfAny();
    return update.orElseThrow();
  }

  private static Optional<Update> read(Members callback, PartnerKind kind) {
    callback.need("type", "occurredAt", "data");
    String type = callback.text("type", TYPE);
    Times.instant(callback, "occurredAt");
    Members told = callback.object("data");
    if (type == null || told == null) {
      return Optional.empty();
    }
    return switch (kind.label() + " " + type) {
      case "payment authorization.updated" -> authorization(told);
      case "carrier shipment.void.updated" -> voided(told);
      case "carrier tracking.updated" -> Scans.read(told);
      case "warehouse fulfillment.updated" -> fulfillment(told);
      default -> {
        callback.fault(
            "type", FaultCode.ENUM, "is nothing that a partner of kind " + kind.label() + " tells");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Update> authorization(Members told) {
    told.need("authorizationId", "status", "amount");
    String id = told.text("authorizationId", REF);
    var status = told.oneOf("status", Answer.AuthorizationStatus.class);
    Money amount = Moneys.tolerant(told, "amount");
    Instant expiresAt = Times.instant(told, "expiresAt");
    return id == null || status == null || amount == null
        ? Optional.empty()
        : Optional.of(
            new Update.AuthorizationUpdated(new Answer.Authorized(id, status, amount, expiresAt)));
  }

  private static Optional<Update> voided(Members told) {
    told.need("bookingId", "status");
    String id = told.text("bookingId", REF);
    var status = told.oneOf("status", Answer.VoidStatus.class);
    return id == null || status == null
        ? Optional.empty()
        : Optional.of(new Update.BookingVoidUpdated(id, status));
  }

  private static Optional<Update> fulfillment(Members told) {
    told.need("fulfillmentId", "status");
    String id = told.text("fulfillmentId", REF);
    var status = told.oneOf("status", Answer.FulfillmentStatus.class);
    @Nullable String reason = FreeText.read(told, "reason");
    return id == null || status == null
        ? Optional.empty()
        : Optional.of(new Update.FulfillmentUpdated(new Answer.Fulfilling(id, status, reason)));
  }
}
