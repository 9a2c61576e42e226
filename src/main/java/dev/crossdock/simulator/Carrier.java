package dev.crossdock.simulator;

import java.util.List;

/**
 * What tells one pretend carrier from the other.
 *
 * @param name the partner name
 * @param codePrefix of its tracking codes
 * @param nowhere a destination city for which it quotes but never books
 */
record Carrier(String name, String codePrefix, String nowhere, List<Service> services) {

  /** Cheap and slow. */
  static final Carrier A =
      new Carrier(
          "carrier-a",
          "CA",
          "Nobook-A",
          List.of(
              Service.of("economy", "4.50", "0.40", 6, false),
              Service.of("standard", "5.90", "0.60", 4, false)));

  /** Dear and fast. */
  static final Carrier B =
      new Carrier(
          "carrier-b",
          "CB",
          "Nobook-B",
          List.of(
              Service.of("priority", "9.90", "1.10", 2, false),
              Service.of("express", "14.90", "1.80", 1, true)));
}
