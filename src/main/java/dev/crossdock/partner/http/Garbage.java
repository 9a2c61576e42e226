package dev.crossdock.partner.http;

import java.io.Serial;

/** A body is not what the partner API says it is. Carries no stack: it is the partner's fault. */
final class Garbage extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  Garbage(String what) {
    super(what, null, false, false);
  }
}
