package dev.crossdock.api;

import dev.crossdock.partner.PartnerKind;
import org.jspecify.annotations.Nullable;

/**
 * A partner, as far as it may call back.
 *
 * @param secret what it signs with: base64, perhaps behind {@code whsec_}; absent: it may not call
 *     back
 */
public record CallbackPartner(PartnerKind kind, @Nullable String secret) {

  @Override
  public String toString() {
    return "CallbackPartner[" + kind + "]";
  }
}
