package dev.crossdock.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How an order is known again in what is said of it. */
class MarkTest {

  @Test
  void findsTheNumberInWhatAShopSays() {
    assertThat(Mark.in(bytes(WantedOrder.body(4711)))).isEqualTo(4711);
  }

  @Test
  void passesOverWhatOnlyLooksLikeIt() {
    assertThat(Mark.in(bytes("bxbxbx12 bxbxbxb bx1234567 bxbxbx000001 " + Mark.of(9_999_999))))
        .isEqualTo(9_999_999);
  }

  @Test
  void saysWhenThereIsNone() {
    assertThatThrownBy(() -> Mark.in(bytes("{}"))).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
