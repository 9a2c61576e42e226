package dev.crossdock.api.problem;

import java.util.Locale;

/** What may be wrong with one place of a body. */
public enum FaultCode {
  /** Not JSON at all. */
  SYNTAX(true),
  /** Another JSON type than is read here. */
  TYPE(true),
  UNKNOWN_FIELD(true),
  REQUIRED(false),
  BLANK(false),
  /** Control characters, or half of a surrogate pair. */
  CHARACTERS(false),
  TOO_LONG(false),
  TOO_MANY(false),
  TOO_FEW(false),
  PATTERN(false),
  MINIMUM(false),
  MAXIMUM(false),
  ENUM(false),
  UNIQUE(false),
  DATE(false),
  DATE_TIME(false),
  CURRENCY(false),
  CURRENCY_MISMATCH(false),
  FRACTION_DIGITS(false),
  COUNTRY(false),
  GTIN(false),
  PHONE(false),
  EMAIL(false),
  URL(false),
  SECRET(false),
  UNKNOWN_FLOW(false),
  TOTAL_MISMATCH(false);

  private final boolean unreadable;

  FaultCode(boolean unreadable) {
    this.unreadable = unreadable;
  }

  /** The name on the wire: lower case, with hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the body cannot be read because of it, rather than read and not accepted. */
  public boolean isUnreadable() {
    return unreadable;
  }
}
