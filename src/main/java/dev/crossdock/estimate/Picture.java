package dev.crossdock.estimate;

import dev.crossdock.flow.Step;
import dev.crossdock.partner.PartnerKind;
import java.util.List;

/**
 * All that estimates are made from but the orders.
 *
 * @param past what is known from before this node began, and of partners' own work
 */
public record Picture(PartnerStatuses partners, Past past) {
  /** What fewer samples say is not believed while there is something else. */
  private static final long SAMPLES_MIN = 8;

  /** Who the journal says it was when several carriers were asked. */
  private static final String SEVERAL = "carriers";

  /** The partners that a step may be asked of. */
  List<PartnerStatus> of(PartnerKind kind) {
    return partners.all().stream().filter(partner -> partner.kind() == kind).toList();
  }

  /** How a call of the step goes; nothing is measured of one that was never made. */
  OperationStatus call(PartnerStatus partner, Step step) {
    OperationStatus status = partner.operations().get(Operation.of(step));
    OperationStatus known = status == null ? OperationStatus.NONE : status;
    if (known.whole().samples() >= SAMPLES_MIN) {
      return known;
    }
    Quantiles before = took(partner.name(), step);
    return before.samples() <= known.whole().samples() ? known : known.taking(before);
  }

  /** How long all of the step took, callbacks and tries included. */
  Quantiles took(String partner, Step step) {
    Quantiles alone = past.took(partner, step);
    return alone.samples() == 0 && step == Step.QUOTE_RATES ? past.took(SEVERAL, step) : alone;
  }
}
