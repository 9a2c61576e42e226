package dev.crossdock.order;

import dev.crossdock.trade.Address;
import org.jspecify.annotations.Nullable;

/** Puts an address partner's correction in place of an address, keeping who is there. */
final class Corrections {
  private Corrections() {}

  static @Nullable Address of(Address said, @Nullable Address corrected) {
    return corrected == null
        ? null
        : new Address(
            said.name(),
            said.company(),
            corrected.street1(),
            corrected.street2(),
            corrected.city(),
            corrected.stateCode(),
            corrected.postalCode(),
            corrected.countryCode(),
            said.phone(),
            said.email(),
            corrected.residential() == null ? said.residential() : corrected.residential());
  }
}
