package dev.crossdock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.settings.Network;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a merchant can make us speak to. */
class AddressesTest {
  private final Addresses addresses = new Addresses(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.250",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:0:1::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1"
      })
  void isNotToSpeakToClosedAddresses(String address) throws Exception {
    assertThat(addresses.mayBeTold(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "192.169.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1"
      })
  void maySpeakToPublicOnes(String address) throws Exception {
    assertThat(addresses.mayBeTold(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void seesThroughAnIpv4AddressInAnIpv6One() throws Exception {
    assertThat(addresses.mayBeTold(mapped(10, 0, 0, 1))).isFalse();
    assertThat(addresses.mayBeTold(mapped(1, 1, 1, 1))).isTrue();
  }

  @Test
  void letsThroughWhatIsAllowedAndNoMore() throws Exception {
    Addresses some = new Addresses(List.of(Network.of("10.1.0.0/16"), Network.of("fd00:1::/32")));

    assertThat(some.mayBeTold(InetAddress.getByName("10.1.255.1"))).isTrue();
    assertThat(some.mayBeTold(mapped(10, 1, 0, 1))).isTrue();
    assertThat(some.mayBeTold(InetAddress.getByName("10.2.0.1"))).isFalse();
    assertThat(some.mayBeTold(InetAddress.getByName("fd00:1::5"))).isTrue();
    assertThat(some.mayBeTold(InetAddress.getByName("fd00:2::5"))).isFalse();
  }

  /**
   * {@code getByName} would make an IPv4 address of it by itself; a name server's answer may not.
   */
  private static InetAddress mapped(int... parts) throws Exception {
    byte[] bytes = new byte[16];
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    for (int i = 0; i < parts.length; i++) {
      bytes[12 + i] = (byte) parts[i];
    }
    return Inet6Address.getByAddress("mapped", bytes, -1);
  }
}
