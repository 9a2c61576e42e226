package dev.crossdock.style;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.typesafe.config.ConfigFactory;
import dev.crossdock.settings.ManagementSettings;
import dev.crossdock.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds what Kubernetes and systemd are told against the program, as far as no cluster is needed.
 */
class KubernetesTest {
  private static final Path BASE = Path.of("config/kubernetes/base");
  private static final Path OVERLAYS = Path.of("config/kubernetes/overlays");
  private static final YAMLMapper YAML = new YAMLMapper();

  /** What the pod and the Secret that docs/operations.md tells of put into the environment. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "POD_NAME", "crossdock-1",
          "CROSSDOCK_JOURNAL_URL", "jdbc:postgresql://db/crossdock",
          "CROSSDOCK_JOURNAL_USER", "crossdock",
          "CROSSDOCK_JOURNAL_PASSWORD", "guess",
          "CROSSDOCK_MASTER_KEY", "A".repeat(43) + "=",
          "CROSSDOCK_PAYMENT_SECRET", "whsec_" + "QUJD".repeat(8));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/production", "overlays/trial"})
  void everyFileIsNamedAndEveryNameIsAFile(String kustomization) throws IOException {
    Path here = Path.of("config/kubernetes").resolve(kustomization);
    List<String> named = new ArrayList<>(List.of("kustomization.yaml"));
    JsonNode all = documents(here.resolve("kustomization.yaml")).getFirst();
    all.path("resources").forEach(file -> named.add(file.asText()));
    all.at("/configMapGenerator/0/files").forEach(file -> named.add(file.asText()));
    assertThat(named).allSatisfy(file -> assertThat(here.resolve(file)).exists());
    try (Stream<Path> files = Files.list(here)) {
      assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(named);
    }
  }

  @Test
  void everybodyMeansTheSamePods() throws IOException {
    JsonNode labels = nodes().at("/spec/template/metadata/labels");
    assertThat(labels).isNotEmpty();
    assertThat(nodes().at("/spec/selector/matchLabels")).isEqualTo(labels);
    assertThat(of("Service"))
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.at("/spec/selector")).isEqualTo(labels));
    assertThat(one("PodDisruptionBudget").at("/spec/selector/matchLabels")).isEqualTo(labels);
    JsonNode policy = one("NetworkPolicy").path("spec");
    assertThat(policy.at("/podSelector/matchLabels")).isEqualTo(labels);
    assertThat(policy.at("/ingress/2/from/0/podSelector/matchLabels")).isEqualTo(labels);
    assertThat(one("HorizontalPodAutoscaler").at("/spec/scaleTargetRef/name"))
        .isEqualTo(nodes().at("/metadata/name"));
  }

  @Test
  void whatIsAskedOfANodeIsThere() throws IOException {
    String api = Files.readString(Path.of("src/main/resources/openapi.yaml"));
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      JsonNode get = container().at("/" + probe + "/httpGet");
      assertThat(api).contains("\n  " + get.path("path").asText() + ":\n");
      assertThat(get.path("port").asText()).isEqualTo("management");
    }
    List<String> names = new ArrayList<>();
    container().path("ports").forEach(port -> names.add(port.path("name").asText()));
    assertThat(of("Service"))
        .allSatisfy(
            it ->
                it.at("/spec/ports")
                    .forEach(port -> assertThat(names).contains(port.path("targetPort").asText())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "trial"})
  void nodesMeetUnderTheNamesOfTheHeadlessService(String overlay) throws Exception {
    Settings settings = settings(overlay);
    String service = nodes().at("/spec/serviceName").asText();
    JsonNode headless =
        of("Service").stream()
            .filter(it -> it.at("/metadata/name").asText().equals(service))
            .findFirst()
            .orElseThrow();
    assertThat(headless.at("/spec/clusterIP").asText()).isEqualTo("None");
    assertThat(headless.at("/spec/publishNotReadyAddresses").asBoolean()).isTrue();
    assertThat(settings.cluster().host()).isEqualTo("crossdock-1." + service);
    assertThat(settings.cluster().seeds())
        .contains("crossdock-1." + service + ":" + port("cluster"))
        .hasSize(nodes().at("/spec/replicas").asInt());
    assertThat(settings.cluster().port()).isEqualTo(port("cluster"));
    assertThat(settings.http().port()).isEqualTo(port("http"));
    assertThat(settings.management())
        .isEqualTo(new ManagementSettings("0.0.0.0", port("management")));
    assertThat(settings.partners()).hasSizeGreaterThan(7);
  }

  @Test
  void whoeverStopsHasTheTimeThatItTakes() throws Exception {
    String phases = "pekko.coordinated-shutdown.phases.";
    var pekko = ConfigFactory.parseResources("crossdock-pekko.conf");
    Duration needed =
        settings("trial")
            .cluster()
            .drain()
            .plus(pekko.getDuration(phases + "service-unbind.timeout"))
            .plus(pekko.getDuration(phases + "cluster-sharding-shutdown-region.timeout"))
            .plusSeconds(20);
    long given = nodes().at("/spec/template/spec/terminationGracePeriodSeconds").asLong();
    assertThat(Duration.ofSeconds(given)).isGreaterThanOrEqualTo(needed);
    assertThat(Path.of("config/systemd/crossdock.service"))
        .content()
        .contains("TimeoutStopSec=" + given, "SuccessExitStatus=143", "RestartPreventExitStatus=2");
  }

  /** As the ConfigMap has it: the files of base and overlay beside each other. */
  private Settings settings(String overlay) throws Exception {
    Files.copy(BASE.resolve("crossdock.conf"), folder.resolve("crossdock.conf"));
    Files.copy(OVERLAYS.resolve(overlay + "/partners.conf"), folder.resolve("partners.conf"));
    return Settings.load(folder.resolve("crossdock.conf"), Map.of(), ENVIRONMENT);
  }

  private static int port(String name) throws IOException {
    for (JsonNode port : container().path("ports")) {
      if (port.path("name").asText().equals(name)) {
        return port.path("containerPort").asInt();
      }
    }
    throw new AssertionError("no port " + name);
  }

  private static JsonNode container() throws IOException {
    return nodes().at("/spec/template/spec/containers/0");
  }

  private static JsonNode nodes() throws IOException {
    return one("StatefulSet");
  }

  private static JsonNode one(String kind) throws IOException {
    List<JsonNode> all = of(kind);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static List<JsonNode> of(String kind) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode file :
        documents(BASE.resolve("kustomization.yaml")).getFirst().path("resources")) {
      documents(BASE.resolve(file.asText())).stream()
          .filter(it -> it.path("kind").asText().equals(kind))
          .forEach(found::add);
    }
    return found;
  }

  private static List<JsonNode> documents(Path file) throws IOException {
    try (MappingIterator<JsonNode> documents =
        YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
      return documents.readAll();
    }
  }
}
