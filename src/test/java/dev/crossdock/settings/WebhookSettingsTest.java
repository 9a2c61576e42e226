package dev.crossdock.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How webhooks are configured, and ranges of addresses written. */
class WebhookSettingsTest {
  @TempDir Path folder;

  @Test
  void isCarefulUnlessToldOtherwise() {
    WebhookSettings settings = SettingsFile.withPartners(folder, "").load().webhooks();

    assertThat(settings.httpsOnly()).isTrue();
    assertThat(settings.allowedNetworks()).isEmpty();
    assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void readsNetworks() {
    String text = "crossdock.webhooks.allowed-networks = [\"10.0.0.0/8\", \"fc00::/7\"]";

    assertThat(SettingsFile.withPartners(folder, text).load().webhooks().allowedNetworks())
        .containsExactly(Network.of("10.0.0.0/8"), Network.of("fc00::/7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0", "10.0.0.0/33", "localhost/8", "abc/8", "::/129", "1.2.3/8", "/8"})
  void refusesWhatIsNoNetwork(String network) {
    assertThat(Network.parse(network)).isEmpty();
    assertThatThrownBy(() -> Network.of(network)).isInstanceOf(IllegalArgumentException.class);
    String text = "crossdock.webhooks.allowed-networks = [\"" + network + "\"]";
    assertThat(SettingsFile.withPartners(folder, text).faults())
        .singleElement()
        .asString()
        .contains("crossdock.webhooks.allowed-networks", network);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.0.0.0/9, 10.127.255.255, true",
    "10.0.0.0/9, 10.128.0.0, false",
    "192.168.1.7/32, 192.168.1.7, true",
    "192.168.1.7/32, 192.168.1.6, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, ::1, false",
    "fe80::/10, febf::1, true",
    "fe80::/10, fec0::1, false"
  })
  void knowsWhatIsInANetwork(String network, String address, boolean in) throws Exception {
    assertThat(Network.of(network).has(InetAddress.getByName(address))).isEqualTo(in);
  }
}
