package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of an answer is what the client likes best of what there is. */
class AcceptsTest {
  private static final List<String> FORMS = List.of("application/json", "text/event-stream");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*                                        | application/json",
        "text/*                                     | text/event-stream",
        "text/event-stream, */*                     | text/event-stream",
        "text/event-stream;q=0.5, application/json  | application/json",
        "application/json;q=0.2, text/event-stream  | text/event-stream",
        "application/json;q=0, */*                  | text/event-stream",
        "application/json; charset=utf-8            | application/json",
        "text/html                                  | none",
        "application/json;q=0, text/html            | none",
      })
  void isChosenByTheHeader(String accept, String form) {
    HttpRequest request = HttpRequest.GET("/").addHeader(HttpHeader.parse("Accept", accept));
    assertThat(Accepts.choose(request, FORMS).orElse("none")).isEqualTo(form);
  }

  @Test
  void isTheUsualOneWhenNothingIsSaid() {
    assertThat(Accepts.choose(HttpRequest.GET("/"), FORMS)).hasValue("application/json");
  }
}
