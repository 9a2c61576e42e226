package dev.crossdock.api.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.api.AnyBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fingerprint tells bodies apart by what they say, not by how; the same in every version. */
class FingerprintTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"b\":\"x\"} | { \"b\" : \"x\", \"a\" : 1 }",
        "{\"a\":350}           | {\"a\":3.50e2}",
        "{\"a\":\"ä\"}         | {\"a\":\"\\u00e4\"}",
        "{\"a\":1,\"b\":null}  | {\"a\":1}",
        "{\"a\":1e-999999999}  | {\"a\":10e-1000000000}",
      })
  void isTheSameForTheSame(String one, String other) {
    assertThat(of(one)).isEqualTo(of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1}                     | {\"a\":2}",
        "{\"a\":1}                     | {\"a\":\"1\"}",
        "{\"a\":true}                  | {\"a\":\"true\"}",
        "{\"a\":[1,2]}                 | {\"a\":[2,1]}",
        "{\"a\":[12]}                  | {\"a\":[1,2]}",
        "{\"a\":[[],1]}                | {\"a\":[[1]]}",
        "{\"a\":\"b\",\"c\":\"d\"}     | {\"a\":\"b1:c1:d\"}",
        "{\"a\":{\"b\":1}}             | {\"a\":{},\"b\":1}",
      })
  void isAnotherForAnother(String one, String other) {
    assertThat(of(one)).isNotEqualTo(of(other));
  }

  @Test
  void neverChanges() {
    assertThat(of(AnyBody.order()))
        .isEqualTo("1758ce919fb52f2006556baa1d949016216506940f9f7bd11aa43974caa5edf9");
  }

  private static String of(String json) {
    return Fingerprint.of(StrictJson.parse(json.getBytes(StandardCharsets.UTF_8)));
  }
}
