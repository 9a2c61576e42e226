package dev.crossdock.settings;

import dev.crossdock.partner.PartnerKind;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner and how it is to be treated.
 *
 * @param name as in {@code /v1/callbacks/<name>}: a to z, 0 to 9 and hyphens, at most 40
 * @param baseUrl http or https, no slash at its end
 * @param deadline no call may take longer, whatever its step says
 * @param rateLimit absent: none
 * @param concurrencyMax calls on their way at once
 * @param queueMax calls that wait to be sent; more are turned away
 * @param callbackSecret signs what it calls back; absent: it may not call back
 */
public record PartnerSettings(
    String name,
    PartnerKind kind,
    URI baseUrl,
    Duration deadline,
    @Nullable RateLimit rateLimit,
    int concurrencyMax,
    int queueMax,
    @Nullable Secret callbackSecret,
    BreakerSettings breaker) {

  /** What the partner of a kind is called: the kind's own name when there are several or none. */
  public static String nameOf(Collection<PartnerSettings> partners, PartnerKind kind) {
    List<String> ofKind =
        partners.stream().filter(it -> it.kind() == kind).map(PartnerSettings::name).toList();
    return ofKind.size() == 1 ? ofKind.getFirst() : kind.label();
  }
}
