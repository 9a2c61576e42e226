package dev.crossdock.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A way of sending something.
 *
 * @param base price in euro of any parcel at all
 * @param perKilogram in euro
 * @param days until it is there
 */
record Service(String name, BigDecimal base, BigDecimal perKilogram, int days, boolean guaranteed) {

  static Service of(String name, String base, String perKilogram, int days, boolean guaranteed) {
    return new Service(name, new BigDecimal(base), new BigDecimal(perKilogram), days, guaranteed);
  }

  Money price(BigDecimal kilograms) {
    return Money.euro(base.add(perKilogram.multiply(kilograms)).setScale(2, RoundingMode.HALF_UP));
  }

  /** A rate says by its id all that is needed to book it, so nothing has to be remembered. */
  String rateId(String carrier, String shipmentId) {
    return "rate_" + carrier + "_" + name + "_" + shipmentId;
  }
}
