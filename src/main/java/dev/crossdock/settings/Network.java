package dev.crossdock.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses of the internet, as {@code 10.0.0.0/8} or {@code fc00::/7} write it.
 *
 * @param first its first address; an IPv4 address inside an IPv6 one counts as the IPv4 address
 * @param bits how many of its first bits all addresses in it share
 */
public record Network(InetAddress first, int bits) {
  /** Nothing that could be a name, so that none is ever looked up. */
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/([0-9]{1,3})");

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static Network of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException(text + " is no range of addresses"));
  }

  static Optional<Network> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      InetAddress first = InetAddress.getByName(form.group(1));
      int bits = Integer.parseInt(form.group(2));
      return bits <= first.getAddress().length * Byte.SIZE
          ? Optional.of(new Network(first, bits))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether the address is one of them; one of the other version of IP never is. */
  public boolean has(InetAddress address) {
    byte[] ours = first.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      if (ours[i] != theirs[i]) {
        return false;
      }
    }
    int rest = bits % Byte.SIZE;
    return rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + bits;
  }
}
