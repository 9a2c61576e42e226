package dev.crossdock.api.stream;

import dev.crossdock.trade.OrderId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * How far a stream of several orders has come with each, as one word: what it names as the id of
 * its events. For clients it has no parts. It is a sum over the orders' ids and then, in their
 * sequence, their versions, seven bits a byte.
 */
public final class Versions {
  private static final int SUM_BYTES = 4;
  private static final int LOW_BITS = 0x7f;
  private static final int MORE = 0x80;
  private static final int SHIFT_MAX = 56;

  private final TreeMap<String, Long> versions = new TreeMap<>();

  private Versions() {}

  /** Before the first event of each. */
  public static Versions start(Collection<OrderId> orders) {
    Versions made = new Versions();
    orders.forEach(id -> made.put(id, 0));
    return made;
  }

  /** What a stream of these very orders has written; empty when it is of others, or broken. */
  public static Optional<Versions> read(String word, Collection<OrderId> orders) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(word);
      Versions read = new Versions();
      int at = SUM_BYTES;
      for (String id : new TreeSet<>(orders.stream().map(OrderId::value).toList())) {
        long version = 0;
        int shift = 0;
        byte next;
        do {
          next = bytes[at++];
          version |= (long) (next & LOW_BITS) << shift;
          shift += Byte.SIZE - 1;
        } while ((next & MORE) != 0 && shift < SHIFT_MAX);
        read.versions.put(id, version);
      }
      return read.word().equals(word) ? Optional.of(read) : Optional.empty();
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
      return Optional.empty();
    }
  }

  /** From now on the order is at that version. */
  public void put(OrderId id, long version) {
    versions.put(id.value(), version);
  }

  /** Of one of its orders. */
  public long of(OrderId id) {
    return versions.getOrDefault(id.value(), 0L);
  }

  /** As the id of an event. */
  public String word() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(SUM_BYTES + 2 * versions.size());
    long sum = sum();
    for (int i = SUM_BYTES - 1; i >= 0; i--) {
      bytes.write((int) (sum >> (i * Byte.SIZE)));
    }
    for (long version : versions.values()) {
      long left = version;
      while (left > LOW_BITS) {
        bytes.write((int) (left & LOW_BITS) | MORE);
        left >>= Byte.SIZE - 1;
      }
      bytes.write((int) left);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  private long sum() {
    CRC32 sum = new CRC32();
    versions.keySet().forEach(id -> sum.update((id + ",").getBytes(StandardCharsets.UTF_8)));
    return sum.getValue();
  }
}
