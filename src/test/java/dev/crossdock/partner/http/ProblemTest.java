package dev.crossdock.partner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner's error is called, and what of its words is kept. */
class ProblemTest {
  @ParameterizedTest
  @CsvSource({
    "https://p.example/problems/out-of-stock, out-of-stock",
    "https://p.example/problems/out-of-stock/, out-of-stock",
    "https://p.example/problems#out-of-stock, out-of-stock",
    "/problems/out-of-stock, out-of-stock",
    "out-of-stock, out-of-stock",
    "urn:problem:out-of-stock, out-of-stock",
    "about:blank, http-409",
    "https://p.example, http-409",
    "https://p.example/, http-409",
    "'', http-409",
    "no code at all, http-409",
    "a%20b, http-409",
  })
  void isNamedByTheLastPartOfItsType(String type, String code) {
    assertThat(problem("{\"type\":\"" + type + "\"}").code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"T\",\"detail\":\"D\"} | T: D",
        "{\"title\":\"T\"} | T",
        "{\"detail\":\"D\"} | D",
        "{\"detail\":1} | Conflict",
        "{\"detail\":\" \"} | Conflict",
        "not found | Conflict",
      })
  void saysWhatThePartnerSaid(String body, String detail) {
    assertThat(problem(body).detail()).isEqualTo(detail);
  }

  @Test
  void boundsWhatThePartnerSaid() {
    String long499 = "x".repeat(499);

    assertThat(Problem.bounded(long499 + "yz")).isEqualTo(long499 + "y");
    assertThat(Problem.bounded(long499 + "\uD83D\uDE9A")).isEqualTo(long499);
    assertThat(Problem.bounded("a\u0000b\r\nc")).isEqualTo("a b c");
  }

  private static Problem problem(String body) {
    return Problem.of(new HttpAnswer(409, "Conflict", null, null, Buffer.buffer(body)));
  }
}
