package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents beside the journal are sealed in part, and come back as they were. */
class SealedJsonTest {
  private static final String DOCUMENT =
      "{\"a\":1,\"data\":{\"signedBy\":\"E. Muster\",\"city\":\"Berlin\",\"why\":null},\"z\":[]}";
  private static final List<String> POINTERS = List.of("/data/signedBy", "/data/why", "/none/at");

  private final KeyInHand keys = new KeyInHand();

  @Test
  void comesBackAsItWas() {
    String stored = stored(DOCUMENT);
    assertThat(stored).doesNotContain("Muster").contains("REDACTED", "Berlin");
    assertThat(SealedJson.opened(stored, keys)).isEqualTo(DOCUMENT);
  }

  @Test
  void saysRedactedOnceItsKeyIsDestroyed() {
    String stored = stored(DOCUMENT);
    keys.destroyed = true;
    assertThat(SealedJson.opened(stored, keys)).isEqualTo(redacted());
  }

  @Test
  void isNotHeldUpByAKeyThatIsLost() {
    assertThat(SealedJson.opened(stored(DOCUMENT), OrderKeys.NONE)).isEqualTo(redacted());
  }

  @Test
  void waitsForKeysThatAreAway() {
    String stored = stored(DOCUMENT);
    assertThatThrownBy(() -> SealedJson.opened(stored, new KeysThatAreAway()))
        .isInstanceOf(KeysAway.class);
  }

  @Test
  void staysAsItIsWithNothingPersonalInIt() {
    String document = "{\"data\":{\"city\":\"Berlin\"}}";
    assertThat(stored(document)).isEqualTo(document);
    assertThat(SealedJson.opened(document, keys)).isEqualTo(document);
    keys.seal = new Seal.None();
    assertThat(stored(DOCUMENT)).isEqualTo(DOCUMENT);
  }

  @Test
  void isStoredWithoutItAfterAnErasure() {
    keys.seal = new Seal.Broken();
    assertThat(stored(DOCUMENT)).isEqualTo(redacted());
  }

  private String stored(String document) {
    return SealedJson.stored(document, POINTERS, EventSamples.ORDER, keys);
  }

  private static String redacted() {
    return DOCUMENT.replace("E. Muster", "REDACTED");
  }
}
