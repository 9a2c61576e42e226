package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossdock.claim.Claim;
import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.order.Order;
import dev.crossdock.shipment.Shipment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That snapshots are read back equal, and only those of today's form. When a file differs here, the
 * form has changed: count {@link SnapshotCodec#FORM} up, delete the file, and have it written anew.
 */
class SnapshotCodecTest {
  private static final Path FILES = Path.of("src/test/resources/golden-snapshots");
  private static final ObjectMapper MAPPER = JournalMapper.create(() -> Samples.FLOWS);
  private final SnapshotCodec codec = new SnapshotCodec(() -> Samples.FLOWS);

  static Stream<Snapshot> all() {
    List<ClaimEvent> events = EventSamples.CLAIMS;
    Claim claim = events.stream().reduce(Claim.none(), Claim::after, (a, b) -> b);
    return Stream.of(
        new Snapshot.OfOrder(100, (Order) WireSamples.ORDER),
        new Snapshot.OfShipment(200, (Shipment) WireSamples.SHIPMENT),
        new Snapshot.OfClaim(300, claim));
  }

  @ParameterizedTest
  @MethodSource("all")
  void isReadBackEqualAndInTheFormThatItsNumberNames(Snapshot snapshot) throws IOException {
    byte[] stored = codec.encode(snapshot);
    assertThat(codec.decode(stored, SnapshotCodec.FORM)).isEqualTo(snapshot);
    String name = SnapshotCodec.NAMES.nameOf(snapshot) + "-" + SnapshotCodec.FORM + ".json";
    String golden = GoldenFile.read(FILES.resolve(name), MAPPER, snapshot);
    assertThat(MAPPER.readTree(stored)).isEqualTo(MAPPER.readTree(golden));
  }

  @Test
  void anotherFormIsNotGuessedAt() {
    byte[] stored = codec.encode(all().findFirst().orElseThrow());
    assertThatThrownBy(() -> codec.decode(stored, "0"))
        .isInstanceOf(JournalException.class)
        .hasMessage("a snapshot of form 0; this program's are " + SnapshotCodec.FORM);
    assertThatThrownBy(() -> codec.decode(new byte[] {'{'}, SnapshotCodec.FORM))
        .isInstanceOf(JournalException.class);
  }

  @Test
  void isSealedAsAWholeAndGoneOnceItsKeyIsDestroyed() {
    KeyInHand keys = new KeyInHand();
    SnapshotCodec sealing = new SnapshotCodec(() -> Samples.FLOWS, keys);
    List<byte[]> stored = all().map(sealing::encode).toList();
    assertThat(stored)
        .map(it -> new String(it, StandardCharsets.UTF_8))
        .noneMatch(it -> it.contains("Muster"));
    Snapshot order = all().findFirst().orElseThrow();
    assertThat(sealing.decode(stored.getFirst(), SnapshotCodec.FORM)).isEqualTo(order);
    assertThat(sealing.isErased(stored.getFirst())).isFalse();
    keys.destroyed = true;
    assertThat(sealing.isErased(stored.getFirst())).isTrue();
    assertThatThrownBy(() -> sealing.decode(stored.getFirst(), SnapshotCodec.FORM))
        .isInstanceOf(JournalException.class);
    keys.seal = new Seal.Broken();
    assertThatThrownBy(() -> sealing.encode(order)).isInstanceOf(JournalException.class);
  }
}
