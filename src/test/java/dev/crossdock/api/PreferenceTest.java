package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client prefers is read as RFC 7240 has it, and nonsense is passed over. */
class PreferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=10                                  | 10",
        "Wait = 10                                | 10",
        "wait=\"10\"                              | 10",
        "respond-async, wait=10                   | 10",
        "respond-async; foo=\"a, wait=1\", wait=2 | 2",
        "lenient;x=y,wait=3;z                     | 3",
        "wait=10, wait=20                         | 10",
        "wait=60                                  | 60",
        "wait=61                                  | 60",
        "wait=999999999                           | 60",
        "wait=0                                   | 0",
        "wait                                     | 0",
        "wait=                                    | 0",
        "wait=-1                                  | 0",
        "wait=1.5                                 | 0",
        "wait=ten                                 | 0",
        "await=10                                 | 0",
        "\"wait=10\"                              | 0",
        "respond-async                            | 0",
      })
  void isReadFromItsHeader(String value, long seconds) {
    assertThat(of(value)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void mayStandInASecondHeader() {
    HttpRequest request =
        HttpRequest.POST("/")
            .addHeader(RawHeader.create("prefer", "respond-async"))
            .addHeader(RawHeader.create("PREFER", "wait=5"));
    assertThat(Preference.of(request).patience()).isEqualTo(Duration.ofSeconds(5));
    assertThat(Preference.of(HttpRequest.POST("/")).isGiven()).isFalse();
  }

  private static Duration of(String value) {
    return Preference.of(HttpRequest.POST("/").addHeader(RawHeader.create("Prefer", value)))
        .patience();
  }
}
