package dev.crossdock.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Chains the events of one entity: the hash of each covers all that is stored of it, and the hash
 * of the one before. So none can be changed, left out or slipped in without the later ones showing
 * it.
 *
 * <p>SHA-256 over, one after the other: the hash before (32 bytes, zeros before the first),
 * sequence number (8 bytes, as all numbers with the highest byte first), milliseconds since 1970 of
 * when it was written (8), number of the serializer (4), length of the entity's id (4), the id in
 * UTF-8, the stored event. Never to be changed: it is in every row.
 */
public final class EventHash {
  /** So long is each. */
  public static final int BYTES = 32;

  public static final String ALGORITHM = "SHA-256";

  /** The column that it is in; null: the event is older than the chain. */
  public static final String COLUMN = "\"chain_hash\"";

  private EventHash() {}

  /** What stands before the first. */
  public static byte[] none() {
    return new byte[BYTES];
  }

  /**
   * The hash of an event.
   *
   * @param before the hash of the event before it, or {@link #none}
   * @param id of the entity in the journal
   */
  public static byte[] next(
      byte[] before, String id, long number, long writtenAt, int serializer, byte[] stored) {
    byte[] name = id.getBytes(StandardCharsets.UTF_8);
    ByteBuffer head =
        ByteBuffer.allocate(BYTES + 2 * Long.BYTES + 2 * Integer.BYTES + name.length)
            .put(before)
            .putLong(number)
            .putLong(writtenAt)
            .putInt(serializer)
            .putInt(name.length)
            .put(name);
    MessageDigest digest = digest();
    digest.update(head.array());
    return digest.digest(stored);
  }

  /** The hash of some bytes alone. */
  public static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance(ALGORITHM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
