package dev.crossdock.settings;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;

/**
 * Stands where a substitution found nothing. That was said once; what the value would have been is
 * not complained of again.
 */
final class Unset {
  private static final String MARK = "\u0000unset";

  private Unset() {}

  static ConfigValue value() {
    return ConfigValueFactory.fromAnyRef(MARK);
  }

  static boolean isIn(ConfigValue value) {
    return String.valueOf(value.unwrapped()).contains(MARK);
  }
}
