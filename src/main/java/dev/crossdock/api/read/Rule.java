package dev.crossdock.api.read;

import dev.crossdock.api.problem.FaultCode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a text has to be.
 *
 * @param lengthMax in code points
 * @param code of the fault when {@code holds} does not
 * @param detail what it should be, in words
 */
record Rule(int lengthMax, FaultCode code, String detail, Predicate<String> holds) {

  /** Any text that shows something. */
  static Rule text(int lengthMax) {
    return new Rule(lengthMax, FaultCode.BLANK, "is blank", text -> !text.isBlank());
  }

  /** A text of a certain form. */
  static Rule form(int lengthMax, FaultCode code, String detail, String regex) {
    return new Rule(lengthMax, code, detail, Pattern.compile(regex).asMatchPredicate());
  }

  /** The first thing wrong with the text. */
  Optional<Breach> breach(String text) {
    if (text.codePoints().anyMatch(Rule::isUnclean)) {
      return breach(FaultCode.CHARACTERS, "has control characters or half a surrogate pair");
    }
    if (text.codePointCount(0, text.length()) > lengthMax) {
      return breach(FaultCode.TOO_LONG, "is longer than " + lengthMax);
    }
    return holds.test(text) ? Optional.empty() : breach(code, detail);
  }

  /** Whether a code point cannot be stored and shown everywhere. */
  static boolean isUnclean(int c) {
    return Character.isISOControl(c)
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static Optional<Breach> breach(FaultCode code, String detail) {
    return Optional.of(new Breach(code, detail));
  }

  /** How a text breaks the rule. */
  record Breach(FaultCode code, String detail) {}
}
