package dev.crossdock.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Idempotency keys of orders that come without one: made of the reference, so that an order keeps
 * its key wherever in a file it is, and a file that was mended can be imported again.
 *
 * @param prefix visible ASCII
 */
record ImportKeys(String prefix) {
  private static final int LENGTH_MAX = 255;

  /** The key of the order with that reference, or of that line when it has none. */
  String of(String reference, long line) {
    if (reference.isEmpty()) {
      return prefix + "line-" + line;
    }
    String plain = prefix + reference;
    return plain.length() <= LENGTH_MAX && plain.matches("[!-~]+")
        ? plain
        : prefix + digest(reference);
  }

  private static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
