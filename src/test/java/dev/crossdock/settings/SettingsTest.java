package dev.crossdock.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a configuration is read, and what is said of one that cannot be used. */
class SettingsTest {
  @TempDir Path folder;

  @Test
  void readsTheDefaultsUnderAFile() {
    Settings settings = SettingsFile.withPartners(folder, "crossdock.http.port = 9999").load();
    assertThat(settings.http())
        .isEqualTo(
            new HttpSettings(
                "127.0.0.1",
                9999,
                20_000,
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(15),
                256 * 1024,
                Duration.ofMillis(200),
                Duration.ofSeconds(20),
                64,
                new Secret(""),
                Duration.ofSeconds(15),
                Duration.ofMinutes(15)));
    assertThat(settings.cluster())
        .isEqualTo(new ClusterSettings("127.0.0.1", 0, List.of(), Duration.ZERO, null));
    assertThat(settings.runtime())
        .isEqualTo(
            new RuntimeSettings(Duration.ofMinutes(1), 2500, 128, 100, Duration.ofSeconds(5)));
  }

  @Test
  void operatorsHaveAPlaceOfTheirOwnOnceAHostIsNamed() {
    assertThat(SettingsFile.withPartners(folder, "").load().management()).isNull();
    assertThat(
            SettingsFile.withPartners(folder, "crossdock.management.host = \"0.0.0.0\"")
                .load()
                .management())
        .isEqualTo(new ManagementSettings("0.0.0.0", 8081));
  }

  @Test
  void letsWhatWasTypedPrevail() throws SettingsException {
    Settings settings =
        Settings.load(
            Path.of("config/partners-simulator.conf"),
            Map.of("crossdock.http.port", 0, "crossdock.journal.url", "jdbc:h2:mem:test"),
            Map.of());
    assertThat(settings.http().port()).isZero();
    assertThat(settings.journal().url()).startsWith("jdbc:h2:mem:test;");
  }

  @Test
  void takesAnyValueFromTheEnvironment() {
    String text =
        """
        crossdock.http { port = ${PORT}, host = ${?HOST} }
        crossdock.journal.password = ${PASSWORD}
        """;
    Settings settings =
        SettingsFile.withPartners(folder, text).env("PORT", "81").env("PASSWORD", "x y").load();
    assertThat(settings.http().port()).isEqualTo(81);
    assertThat(settings.http().host()).isEqualTo("127.0.0.1");
    assertThat(settings.journal().password()).isEqualTo(new Secret("x y"));
  }

  @Test
  void namesTheNearestKnownKey() {
    String text =
        """
        crossdock.http {
          prot = 80
        }
        crossdock.jurnal.url = "jdbc:h2:mem:x"
        crossdock.partners.fraud.dead-line = 1s
        crossdock.flows.parcel.steps.chek-fraud {}
        crossdock.step-defaults.track.backoff.frist = 1s
        """;
    assertThat(SettingsFile.withPartners(folder, text).faults())
        .containsExactlyInAnyOrder(
            "test.conf:3: crossdock.http.prot: unknown key; did you mean crossdock.http.port?",
            "test.conf:5: crossdock.jurnal: unknown key; did you mean crossdock.journal?",
            "test.conf:6: crossdock.partners.fraud.dead-line: unknown key;"
                + " did you mean crossdock.partners.fraud.deadline?",
            "test.conf:7: crossdock.flows.parcel.steps.chek-fraud: unknown key;"
                + " did you mean crossdock.flows.parcel.steps.check-fraud?",
            "test.conf:8: crossdock.step-defaults.track.backoff.frist: unknown key;"
                + " did you mean crossdock.step-defaults.track.backoff.first?");
  }

  @Test
  void listsTheKnownKeysWhenNoneIsNear() {
    assertThat(SettingsFile.withPartners(folder, "crossdock.cluster.colour = blue").faults())
        .containsExactly(
            "test.conf:2: crossdock.cluster.colour: unknown key; known here: drain, host, port,"
                + " seeds, tls");
  }

  @Test
  void doesNotPassOverWhatWasMeantToBeUnderCrossdock() {
    assertThat(SettingsFile.withPartners(folder, "crosdock.http.port = 1\nhttp.port = 1").faults())
        .containsExactlyInAnyOrder(
            "test.conf:2: crosdock: unknown key; did you mean crossdock?",
            "test.conf:3: http: belongs under crossdock; did you mean crossdock.http?");
  }

  @Test
  void leavesOtherTopLevelKeysToTheFile() {
    String text =
        """
        ours.host = "1.2.3.4"
        crossdock.http.host = ${ours.host}
        pekko.loglevel = DEBUG
        """;
    Settings settings = SettingsFile.withPartners(folder, text).load();
    assertThat(settings.http().host()).isEqualTo("1.2.3.4");
    assertThat(settings.pekko().root().keySet()).containsExactly("pekko");
    assertThat(settings.pekko().getString("pekko.loglevel")).isEqualTo("DEBUG");
  }

  @Test
  void saysEveryFaultAtOnceWithItsPlace() {
    String text =
        """
        crossdock.http {
          port = 70000
          host = "a host"
          request-timeout = 10
          body-deadline = soon
          body-bytes-max = 12
          max-connections = 3
          stream-heartbeat = ${HEARTBEAT}
          connections-max = 1.5
        }
        crossdock.journal { url = "jdbc:mysql://x/y", pool-size = [], user = {} }
        crossdock.runtime = 5
        crossdock.cluster { seeds = [a, "b:1"], port = 25520 }
        """;
    assertThat(SettingsFile.withPartners(folder, text).faults())
        .containsExactlyInAnyOrder(
            "test.conf:3: crossdock.http.port: 70000 is not between 0 and 65535",
            "test.conf:4: crossdock.http.host: \"a host\" is not a host name or address",
            "test.conf:5: crossdock.http.request-timeout: 10 is not a duration such as 10s",
            "test.conf:6: crossdock.http.body-deadline: \"soon\" is not a duration such as 10s",
            "test.conf:7: crossdock.http.body-bytes-max: 12 is not between 1024 and 67108864",
            "test.conf:8: crossdock.http.max-connections: unknown key; known here: batch-parallel,"
                + " body-bytes-max, body-deadline, connections-max, cursor-secret, header-deadline,"
                + " host, intake-delay-max, intake-patience, port, request-timeout, stream-age-max,"
                + " stream-heartbeat",
            "test.conf:9: nothing sets ${HEARTBEAT}",
            "test.conf:10: crossdock.http.connections-max: 1.5 is not a whole number",
            "test.conf:12: crossdock.journal.url:"
                + " begins neither with jdbc:h2: nor with jdbc:postgresql:",
            "test.conf:12: crossdock.journal.pool-size: [] is not a number",
            "test.conf:12: crossdock.journal.user: {} is not a text",
            "test.conf:13: crossdock.runtime: 5 is not a section { … }",
            "test.conf:14: crossdock.cluster.seeds: \"a\" is not host:port");
  }

  @Test
  void aNodeThatOthersJoinStaysAtItsPort() {
    assertThat(SettingsFile.withPartners(folder, "crossdock.cluster.seeds = [\"b:1\"]").faults())
        .singleElement(STRING)
        .matches(
            "crossdock-defaults.conf:[0-9]+: crossdock.cluster.port:"
                + " a node that has seeds needs a port of its own that stays");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(SettingsFile.withPartners(folder, "crossdock.http.host = null").faults())
        .containsExactly("test.conf:2: crossdock.http.host: missing; needs a text");
  }

  @Test
  void saysThatAFileCannotBeReadOrUnderstood() {
    assertThatThrownBy(() -> Settings.load(folder.resolve("none.conf"), Map.of(), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("none.conf: cannot be read");
    assertThat(SettingsFile.of(folder, "crossdock { http {\n  port = [\n").faults().getFirst())
        .startsWith("test.conf: is not HOCON: ");
  }

  @Test
  void nameIsNearByLettersChangedMissingAddedOrSwapped() {
    assertThat(Nearest.distance("prot", "port")).isEqualTo(1);
    assertThat(Nearest.distance("hosts", "host")).isEqualTo(1);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.to("url", List.of("user", "password"))).isEmpty();
  }

  @Test
  void exampleForSimulatorLoads() throws SettingsException {
    Settings settings =
        Settings.load(Path.of("config/partners-simulator.conf"), Map.of(), Map.of());
    assertThat(settings.partners().keySet())
        .containsExactly(
            "address",
            "carrier-a",
            "carrier-b",
            "customer",
            "fraud",
            "inventory",
            "notification",
            "payment",
            "warehouse");
    assertThat(settings.partners().values()).allMatch(it -> it.callbackSecret() != null);
  }

  @Test
  void exampleForProductionLoads() throws SettingsException {
    String secret = "whsec_" + "A".repeat(32);
    Map<String, String> env =
        Map.of(
            "CROSSDOCK_JOURNAL_PASSWORD",
            "secret",
            "CROSSDOCK_MASTER_KEY",
            "A".repeat(43) + "=",
            "CROSSDOCK_PAYMENT_SECRET",
            secret,
            "CROSSDOCK_WAREHOUSE_SECRET",
            secret);
    Settings settings = Settings.load(Path.of("config/crossdock.conf"), Map.of(), env);
    assertThat(settings.journal().isPostgres()).isTrue();
    assertThat(settings.journal().personal().masters()).hasSize(1);
    assertThat(settings.flows().keySet()).containsExactly("express", "parcel", "pickup");
    assertThat(settings.toString()).doesNotContain(secret).doesNotContain("password=secret");
  }
}
