package dev.crossdock.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Writes places in a list as texts that say nothing to anybody else, and that are refused when
 * anything of them was changed, or when they belong to another merchant or other filters.
 */
public final class Cursors {
  private static final byte FORM = 1;
  private static final int SEAL_BYTES = 16;
  private static final int LENGTH_MAX = 300;

  private final SecretKeySpec key;

  /**
   * The same key reads what was written, on any node and after any restart.
   *
   * @param key 16 bytes and up
   */
  public Cursors(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** The place, for whoever asks for the page behind it. */
  public String write(String merchant, OrderFilter filter, ListPlace place) {
    byte[] id = place.orderId().getBytes(StandardCharsets.UTF_8);
    byte[] content =
        ByteBuffer.allocate(1 + Long.BYTES + id.length)
            .put(FORM)
            .putLong(place.createdAt())
            .put(id)
            .array();
    byte[] all = Arrays.copyOf(content, content.length + SEAL_BYTES);
    byte[] seal = seal(merchant, filter, content);
    System.arraycopy(seal, 0, all, content.length, SEAL_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /** The place that was written; empty when it was not written here for that list. */
  public Optional<ListPlace> read(String merchant, OrderFilter filter, String cursor) {
    return bytes(cursor)
        .filter(all -> all.length > 1 + Long.BYTES + SEAL_BYTES && all[0] == FORM)
        .flatMap(
            all -> {
              byte[] content = Arrays.copyOf(all, all.length - SEAL_BYTES);
              byte[] seal = Arrays.copyOfRange(all, content.length, all.length);
              return MessageDigest.isEqual(seal, seal(merchant, filter, content))
                  ? Optional.of(place(content))
                  : Optional.empty();
            });
  }

  private static ListPlace place(byte[] content) {
    ByteBuffer buffer = ByteBuffer.wrap(content, 1, content.length - 1);
    long createdAt = buffer.getLong();
    return new ListPlace(
        createdAt, new String(content, 1 + Long.BYTES, buffer.remaining(), StandardCharsets.UTF_8));
  }

  /** Only in the one way that it is written: some bits of a last digit say nothing. */
  private static Optional<byte[]> bytes(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      boolean isOurs =
          cursor.length() <= LENGTH_MAX
              && Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor);
      return isOurs ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] seal(String merchant, OrderFilter filter, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(told(merchant, filter).getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(content), SEAL_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  /** What a list is of, unmistakably: each part with its length before it. */
  private static String told(String merchant, OrderFilter filter) {
    StringBuilder told = new StringBuilder();
    add(told, merchant);
    add(told, filter.statuses().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
    add(told, filter.reference());
    add(told, filter.customerId());
    add(told, filter.hold());
    add(told, filter.step());
    add(told, filter.partner());
    add(told, filter.createdFrom());
    add(told, filter.createdBefore());
    return told.toString();
  }

  private static void add(StringBuilder to, @Nullable Object part) {
    String text = part == null ? "-" : "+" + part;
    to.append(text.length()).append(':').append(text);
  }
}
