package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** That hashes are what is written of them, for they are in every row for ever. */
class EventHashTest {
  private static final String ID = "order|default:ord_\u00e4";
  private static final byte[] STORED = "{\"type\":\"placed\"}".getBytes(StandardCharsets.UTF_8);

  @Test
  void theyAreThoseThatAnotherProgramComputes() {
    byte[] first = EventHash.next(EventHash.none(), ID, 1, 1_772_452_800_000L, 4101, STORED);
    byte[] second = EventHash.next(first, ID, 2, 1_772_452_800_001L, 4101, new byte[1]);
    assertThat(HexFormat.of().formatHex(first))
        .isEqualTo("28f31c4ad4ec5fe0968faf09c086b63501543775033217f05b7354a4cc2a7060");
    assertThat(HexFormat.of().formatHex(second))
        .isEqualTo("b54858aa250ad02ed511a583388bf5ff5079c9b70242c749c6a8145076c70fd8");
  }
}
