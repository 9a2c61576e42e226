package dev.crossdock.partner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a partner may be. */
class BaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "http://p.example, false, p.example, p.example, 80, ''",
    "https://p.example/, true, p.example, p.example, 443, ''",
    "HTTPS://p.example:443/a/b/, true, p.example, p.example, 443, /a/b",
    "http://p.example:8080/a%20b, false, p.example:8080, p.example, 8080, /a%20b",
    "https://p.example:80//, true, p.example:80, p.example, 80, ''",
    "http://my_partner:9000, false, my_partner:9000, my_partner, 9000, ''",
    "http://[::1]:9000/x, false, [::1]:9000, ::1, 9000, /x",
    "http://[::1], false, [::1], ::1, 80, ''",
  })
  void isAnyHttpUrl(URI url, boolean tls, String authority, String host, int port, String prefix) {
    assertThat(BaseUrl.of(url)).isEqualTo(new BaseUrl(tls, authority, host, port, prefix));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://p.example",
        "p.example",
        "/v1",
        "http:p.example",
        "http://p.example?a=b",
        "http://p.example#a",
        "http://me:secret@p.example",
        "http://p.example:port"
      })
  void isNothingElse(URI url) {
    assertThatThrownBy(() -> BaseUrl.of(url)).isInstanceOf(IllegalArgumentException.class);
  }
}
