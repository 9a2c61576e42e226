package dev.crossdock.webhook;

import dev.crossdock.settings.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes what nobody may guess, and tells whether what a merchant chose is as hard to guess. */
public final class WebhookSecrets {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final int BYTES_MIN = 24;
  private static final int BYTES_MAX = 64;
  private static final int ID_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private WebhookSecrets() {}

  /** A new one: {@code whsec_} and 32 random bytes in base64. */
  static Secret random() {
    return new Secret(PREFIX + Base64.getEncoder().encodeToString(bytes(BYTES)));
  }

  static String endpointId() {
    return "whe_" + HexFormat.of().formatHex(bytes(ID_BYTES));
  }

  /** Whether it is {@code whsec_} and 24 to 64 bytes in base64. */
  public static boolean isSecret(String text) {
    if (!text.startsWith(PREFIX)) {
      return false;
    }
    try {
      int length = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
      return length >= BYTES_MIN && length <= BYTES_MAX;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
