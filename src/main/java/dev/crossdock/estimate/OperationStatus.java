package dev.crossdock.estimate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a partner fares with one kind of thing that is asked of it.
 *
 * @param answered from sent to answered, be it with a no
 * @param unanswered from sent until nobody waited any longer
 * @param whole of calls that succeeded: from when they could be made until the order had the
 *     answer, all queues included; of rates: until all carriers' were there
 * @param mix of the last ten minutes
 * @param losses calls that are not answered of all, lately, 0 to 1
 * @param silentSince since when none is answered, if several in a row were not
 */
public record OperationStatus(
    Quantiles answered,
    Quantiles unanswered,
    Quantiles whole,
    Mix mix,
    double losses,
    @Nullable Instant silentSince) {
  static final OperationStatus NONE = answering(Quantiles.NONE);

  /** Of a partner that answers whatever it is asked. */
  static OperationStatus answering(Quantiles took) {
    return new OperationStatus(took, Quantiles.NONE, took, Mix.NONE, 0, null);
  }

  /** The same with another distribution of the whole. */
  OperationStatus taking(Quantiles other) {
    return new OperationStatus(answered, unanswered, other, mix, losses, silentSince);
  }
}
