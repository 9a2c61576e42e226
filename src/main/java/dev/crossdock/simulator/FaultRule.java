package dev.crossdock.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * When and how calls of a partner go wrong.
 *
 * @param partner its name
 * @param operation an operationId of the partner API; all of them when absent
 * @param probability from 0 to 1; 1 when absent
 * @param status of HTTP, from 400 to 599, for {@link FaultKind#STATUS}
 * @param millis at least 0; what it means, the kind says
 * @param retryAfterSeconds sent with a status
 * @param times how many calls at most; without bound when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultRule(
    String partner,
    @Nullable String operation,
    FaultKind kind,
    @Nullable Double probability,
    @Nullable Integer status,
    @Nullable Long millis,
    @Nullable Integer retryAfterSeconds,
    @Nullable Integer times) {

  /** Every call of an operation goes wrong in this way. */
  public static FaultRule always(String partner, String operation, FaultKind kind) {
    return new FaultRule(partner, operation, kind, null, null, null, null, null);
  }

  /** The same with that probability. */
  public FaultRule withProbability(double chance) {
    return new FaultRule(
        partner, operation, kind, chance, status, millis, retryAfterSeconds, times);
  }

  /** The same with that status. */
  public FaultRule withStatus(int wanted) {
    return new FaultRule(
        partner, operation, kind, probability, wanted, millis, retryAfterSeconds, times);
  }

  /** The same with those milliseconds. */
  public FaultRule withMillis(long wanted) {
    return new FaultRule(
        partner, operation, kind, probability, status, wanted, retryAfterSeconds, times);
  }

  /** The same with that Retry-After. */
  public FaultRule withRetryAfterSeconds(int seconds) {
    return new FaultRule(partner, operation, kind, probability, status, millis, seconds, times);
  }

  /** The same for so many calls only. */
  public FaultRule withTimes(int count) {
    return new FaultRule(
        partner, operation, kind, probability, status, millis, retryAfterSeconds, count);
  }

  double chance() {
    return probability == null ? 1 : probability;
  }

  int statusOr(int usual) {
    return status == null ? usual : status;
  }

  long millisOr(long usual) {
    return millis == null ? usual : millis;
  }

  int timesOr(int usual) {
    return times == null ? usual : times;
  }

  boolean isFor(String calledPartner, String calledOperation) {
    return partner.equals(calledPartner)
        && (operation == null || operation.equals(calledOperation));
  }
}
