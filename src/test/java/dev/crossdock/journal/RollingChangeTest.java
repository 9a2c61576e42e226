package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A form is changed in a cluster that goes on: first every node learns to read the new one, and
 * only the next release writes it. At no moment does a node meet what it cannot read.
 */
class RollingChangeTest {
  private static final EventCodec<MovedBefore> BEFORE =
      codec(Names.of(MovedBefore.class).with("moved", MovedBefore.Moved.class));
  private static final EventCodec<MovedAfter> READER_FIRST =
      codec(
          Names.of(MovedAfter.class)
              .withReaderFirst(
                  "moved",
                  MovedAfter.Moved.class,
                  MovedBefore.Moved.class,
                  moved -> new MovedBefore.Moved(moved.street() + ", " + moved.city()),
                  RollingChangeTest::split));
  private static final EventCodec<MovedAfter> AFTER =
      codec(
          Names.of(MovedAfter.class)
              .with("moved", MovedAfter.Moved.class, RollingChangeTest::split));

  private static final MovedAfter HOME = new MovedAfter.Moved("Main Street 1", "Springfield");

  @Test
  void theFirstReleaseWritesWhatTheOldNodesRead() {
    byte[] stored = READER_FIRST.encode(HOME);
    assertThat(text(stored))
        .isEqualTo("{\"type\":\"moved\",\"to\":\"Main Street 1, Springfield\"}");
    assertThat(BEFORE.decode(stored))
        .isEqualTo(new MovedBefore.Moved("Main Street 1, Springfield"));
  }

  @Test
  void theFirstReleaseReadsWhatOldAndNewNodesWrite() {
    byte[] old = BEFORE.encode(new MovedBefore.Moved("Main Street 1, Springfield"));
    assertThat(READER_FIRST.decode(old)).isEqualTo(HOME);
    assertThat(READER_FIRST.decode(READER_FIRST.encode(HOME))).isEqualTo(HOME);
    assertThat(READER_FIRST.decode(AFTER.encode(HOME))).isEqualTo(HOME);
  }

  @Test
  void theSecondReleaseReadsAllThatWasEverWritten() {
    assertThat(AFTER.decode(BEFORE.encode(new MovedBefore.Moved("Main Street 1, Springfield"))))
        .isEqualTo(HOME);
    assertThat(AFTER.decode(READER_FIRST.encode(HOME))).isEqualTo(HOME);
    assertThat(AFTER.decode(AFTER.encode(HOME))).isEqualTo(HOME);
    assertThat(text(AFTER.encode(HOME))).startsWith("{\"type\":\"moved\",\"v\":2,");
  }

  @Test
  void withoutTheFirstReleaseAnOldNodeRefusesWhatItDoesNotKnow() {
    byte[] future = AFTER.encode(HOME);
    assertThatThrownBy(() -> BEFORE.decode(future))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("moved of version 2; this program knows 1 to 1");
  }

  @Test
  void whatHasNoOlderFormCannotBeWrittenInIt() {
    assertThatThrownBy(
            () ->
                Names.of(MovedAfter.class)
                    .withReaderFirst(
                        "moved",
                        MovedAfter.Moved.class,
                        MovedBefore.Moved.class,
                        moved -> new MovedBefore.Moved(moved.street())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ObjectNode split(ObjectNode older) {
    String[] parts = older.remove("to").asText().split(", ", 2);
    return older.put("street", parts[0]).put("city", parts[1]);
  }

  private static <E> EventCodec<E> codec(Names<E> names) {
    return new EventCodec<>(
        names, JournalMapper.configure(new ObjectMapper(), () -> Samples.FLOWS, List.of(names)));
  }

  private static String text(byte[] stored) {
    return new String(stored, StandardCharsets.UTF_8);
  }
}
