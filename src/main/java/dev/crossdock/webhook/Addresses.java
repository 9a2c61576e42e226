package dev.crossdock.webhook;

import dev.crossdock.settings.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses that merchants may have told from those that are nobody's business. */
final class Addresses {
  private static final int MAPPED_AT = 12;

  /** What the registries of special-purpose addresses list as not globally reachable, and more. */
  private static final List<Network> CLOSED =
      Stream.of(
              "0.0.0.0/8", // this network
              "10.0.0.0/8", // private
              "100.64.0.0/10", // carriers' own
              "127.0.0.0/8", // loopback
              "169.254.0.0/16", // link-local, and where clouds keep their metadata
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocol assignments
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // 6to4 relays
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, and broadcast
              "::/96", // unspecified, loopback, IPv4-compatible
              "64:ff9b::/96", // IPv4 behind a translator
              "64:ff9b:1::/48", // the same, local
              "100::/64", // discarded
              "2001::/23", // protocol assignments, IPv4 in a tunnel
              "2001:db8::/32", // documentation
              "2002::/16", // IPv4 in a tunnel
              "3fff::/20", // documentation
              "5f00::/16", // segment routing
              "fc00::/7", // unique local
              "fe80::/10", // link-local
              "fec0::/10", // site-local
              "ff00::/8") // multicast
          .map(Network::of)
          .toList();

  private final List<Network> allowed;

  /**
   * @param allowed although they are closed
   */
  Addresses(List<Network> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  boolean mayBeTold(InetAddress address) {
    InetAddress plain = unmapped(address);
    return allowed.stream().anyMatch(network -> network.has(plain))
        || CLOSED.stream().noneMatch(network -> network.has(plain));
  }

  /** An IPv4 address that is written as an IPv6 one ({@code ::ffff:10.0.0.1}) is the former. */
  private static InetAddress unmapped(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean mapped =
        bytes.length > MAPPED_AT
            && Arrays.equals(bytes, 0, MAPPED_AT - 2, new byte[MAPPED_AT - 2], 0, MAPPED_AT - 2)
            && bytes[MAPPED_AT - 2] == (byte) 0xff
            && bytes[MAPPED_AT - 1] == (byte) 0xff;
    try {
      return mapped
          ? InetAddress.getByAddress(Arrays.copyOfRange(bytes, MAPPED_AT, bytes.length))
          : address;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
