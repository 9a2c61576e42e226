package dev.crossdock.api;

import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ids of orders. The same idempotency key of one merchant gives the same id on every node: so one
 * key is one order, without asking anybody.
 */
final class OrderIds {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 26;
  private static final int BITS_EACH = 5;
  private static final Pattern ORDER = Pattern.compile("ord_[a-z0-9]{1,40}");
  private static final Pattern SHIPMENT = Pattern.compile("shp_[a-z0-9]{1,40}-[0-9]{1,4}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private OrderIds() {}

  /** Of an order that is to be placed. */
  static OrderId of(String merchant, Optional<String> key) {
    return key.map(it -> ofKey(merchant, it)).orElseGet(() -> random(merchant));
  }

  static OrderId ofKey(String merchant, String key) {
    MessageDigest digest = sha256();
    digest.update(merchant.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return new OrderId(merchant, "ord_" + base32(digest.digest(bytes(key))));
  }

  static OrderId random(String merchant) {
    byte[] bits = new byte[(LENGTH * BITS_EACH + Byte.SIZE - 1) / Byte.SIZE];
    RANDOM.nextBytes(bits);
    return new OrderId(merchant, "ord_" + base32(bits));
  }

  /** The order that a path names; empty when no order could ever have that id. */
  static Optional<OrderId> order(String merchant, String text) {
    return ORDER.matcher(text).matches()
        ? Optional.of(new OrderId(merchant, text))
        : Optional.empty();
  }

  /** The shipment that a path names; empty when no shipment could ever have that id. */
  static Optional<ShipmentId> shipment(String merchant, String text) {
    return SHIPMENT.matcher(text).matches()
        ? Optional.of(new ShipmentId(merchant, text))
        : Optional.empty();
  }

  /** Crockford's, in lower case: the first 130 bits as 26 characters. */
  private static String base32(byte[] bits) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      int value = 0;
      for (int bit = i * BITS_EACH; bit < (i + 1) * BITS_EACH; bit++) {
        value = (value << 1) | ((bits[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE)) & 1);
      }
      text.append(ALPHABET.charAt(value));
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
