package dev.crossdock.api.read;

import dev.crossdock.api.problem.FaultCode;
import org.jspecify.annotations.Nullable;

/** Reads what a partner says in words: cut and cleaned rather than refused. */
final class FreeText {
  private static final int LENGTH_MAX = 500;

  private FreeText() {}

  static @Nullable String read(Members in, String name) {
    var value = in.value(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      in.fault(name, FaultCode.TYPE, "is not a text");
      return null;
    }
    StringBuilder clean = new StringBuilder();
    value
        .textValue()
        .codePoints()
        .limit(LENGTH_MAX)
        .forEach(c -> clean.appendCodePoint(Rule.isUnclean(c) ? ' ' : c));
    return clean.toString();
  }
}
