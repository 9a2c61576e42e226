package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each version has stored stays readable for ever. A golden file is never changed once it is
 * released: a change of the stored form is a new version with an upcaster, and a file beside.
 */
class GoldenTest {
  private static final ObjectMapper MAPPER = JournalMapper.create(() -> Samples.FLOWS);

  /** A value as its golden file has it. */
  private record Golden(Names<?> names, String folder, String name, Object value) {
    Path file() {
      return GoldenFile.newest(Path.of(folder, name + ".json"));
    }

    @Override
    public String toString() {
      return folder + "/" + name;
    }
  }

  static Stream<Golden> golden() {
    return Stream.of(
            of(StoredNames.ORDERS, "order", EventSamples.ORDERS),
            of(StoredNames.SHIPMENTS, "shipment", EventSamples.SHIPMENTS),
            of(StoredNames.CLAIMS, "claim", EventSamples.CLAIMS),
            of(StoredNames.ANSWERS, "answer", Samples.ANSWERS),
            of(StoredNames.UPDATES, "update", Samples.UPDATES))
        .flatMap(Function.identity());
  }

  private static <T> Stream<Golden> of(Names<T> names, String folder, List<T> values) {
    return values.stream().map(value -> new Golden(names, folder, names.nameOf(value), value));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void readsWhatTheNewestVersionStored(Golden golden) throws IOException {
    assertThat((Object) MAPPER.readValue(stored(golden), golden.names().type()))
        .isEqualTo(golden.value());
  }

  @ParameterizedTest
  @MethodSource("golden")
  void stillStoresTheSame(Golden golden) throws IOException {
    JsonNode expected = MAPPER.readTree(stored(golden));
    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(golden.value()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void readsWhatEveryVersionStored(Golden golden) throws IOException {
    for (Path version : GoldenFile.versions()) {
      Path file = version.resolve(golden + ".json");
      if (Files.exists(file)) {
        assertThat((Object) MAPPER.readValue(Files.readString(file), golden.names().type()))
            .as(file.toString())
            .hasSameClassAs(golden.value());
      }
    }
  }

  @Test
  void everyGoldenFileIsOfAKindThatIsKnown() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path version : GoldenFile.versions()) {
      try (Stream<Path> files = Files.walk(version)) {
        files
            .map(file -> version.relativize(file).toString())
            .filter(name -> name.endsWith(".json") && !name.equals("enums.json"))
            .forEach(found::add);
      }
    }
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(golden().map(it -> it + ".json").toList());
  }

  private static String stored(Golden golden) throws IOException {
    return GoldenFile.read(golden.file(), MAPPER, golden.value());
  }
}
