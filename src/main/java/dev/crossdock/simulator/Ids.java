package dev.crossdock.simulator;

import java.util.UUID;

/** New ids in the manner of the trade: a prefix, an underscore, something unguessable. */
final class Ids {

  private Ids() {}

  static String next(String prefix) {
    return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
  }
}
