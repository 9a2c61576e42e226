package dev.crossdock.personal;

import dev.crossdock.journal.JournalException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;

/**
 * The keys that orders' keys are stored under: the first wraps, all unwrap. A master is known by
 * the beginning of a hash of it, so that nobody has to name it.
 */
final class Masters {
  private static final int NAME_BYTES = 6;

  private final Map<String, SecretKey> masters = new LinkedHashMap<>();

  /**
   * @param keys of 32 bytes each, in base64, at least one
   */
  Masters(List<String> keys) {
    for (String key : keys) {
      byte[] bytes = Base64.getDecoder().decode(key);
      masters.put(name(bytes), Aes.key(bytes));
    }
  }

  /** The name of the one that wraps. */
  String first() {
    return masters.keySet().iterator().next();
  }

  Set<String> names() {
    return Set.copyOf(masters.keySet());
  }

  /**
   * Wraps an order's key with the first.
   *
   * @param id of the order's key, which is part of it from then on
   */
  byte[] wrapped(SecretKey key, String id) {
    return Aes.seal(masters.values().iterator().next(), key.getEncoded(), id);
  }

  /**
   * The order's key that was wrapped with that master.
   *
   * @throws JournalException when there is no such master, or it is not what was wrapped
   */
  SecretKey unwrapped(String master, byte[] wrapped, String id) {
    SecretKey key = masters.get(master);
    if (key == null) {
      throw new JournalException(missing(master));
    }
    try {
      return Aes.key(Aes.open(key, wrapped, id));
    } catch (GeneralSecurityException e) {
      throw new JournalException("the stored key " + id + " was changed", e);
    }
  }

  static String missing(String master) {
    return "keys of orders are wrapped with the master "
        + master
        + ", which is not among crossdock.journal.personal.masters";
  }

  private static String name(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
