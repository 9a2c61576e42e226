package dev.crossdock.api;

/** Whose orders a request is about. The one place to change when merchants sign in. */
final class Merchants {
  private static final String ONLY = "default";

  private Merchants() {}

  /** The merchant that the request comes from, or whose orders a partner's callback is about. */
  static String of(Exchange exchange) {
    return ONLY;
  }
}
