package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What older versions stored is read as if it had been stored today; no event is at this yet. */
class UpcasterTest {
  private static final Names<Renamed> NAMES =
      Names.of(Renamed.class)
          .with("person", Renamed.Person.class, UpcasterTest::split, UpcasterTest::aged)
          .with("nobody", Renamed.Nobody.class);

  private static final EventCodec<Renamed> CODEC =
      new EventCodec<>(
          NAMES, JournalMapper.configure(new ObjectMapper(), () -> Samples.FLOWS, List.of(NAMES)));

  private static ObjectNode split(ObjectNode older) {
    String[] parts = older.remove("name").asText().split(" ", 2);
    return older.put("first", parts[0]).put("last", parts[1]);
  }

  private static ObjectNode aged(ObjectNode older) {
    return older.put("age", 0);
  }

  @Test
  void readsTheFirstVersionThroughAllThatCameAfter() {
    assertThat(decoded("{\"type\":\"person\",\"name\":\"Ada Lovelace\"}"))
        .isEqualTo(new Renamed.Person("Ada", "Lovelace", 0));
  }

  @Test
  void readsALaterVersionThroughTheRest() {
    assertThat(decoded("{\"type\":\"person\",\"v\":2,\"first\":\"Ada\",\"last\":\"Lovelace\"}"))
        .isEqualTo(new Renamed.Person("Ada", "Lovelace", 0));
  }

  @Test
  void writesTheVersionOnlyWhenItIsNotTheFirst() {
    assertThat(encoded(new Renamed.Person("Ada", "Lovelace", 36)))
        .isEqualTo(
            "{\"type\":\"person\",\"v\":3,\"first\":\"Ada\",\"last\":\"Lovelace\",\"age\":36}");
    assertThat(encoded(new Renamed.Nobody())).isEqualTo("{\"type\":\"nobody\"}");
  }

  @Test
  void readsBackTheNewestVersion() {
    Renamed.Person ada = new Renamed.Person("Ada", "Lovelace", 36);
    assertThat(CODEC.decode(CODEC.encode(ada))).isEqualTo(ada);
  }

  @Test
  void refusesTheVersionOfANewerProgram() {
    assertThatThrownBy(() -> decoded("{\"type\":\"person\",\"v\":4}"))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("person of version 4; this program knows 1 to 3");
  }

  private static Renamed decoded(String stored) {
    return CODEC.decode(stored.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(Renamed event) {
    return new String(CODEC.encode(event), StandardCharsets.UTF_8);
  }
}
