package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.MediaRanges;
import org.apache.pekko.http.javadsl.model.headers.Accept;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked for, the answer is what was asked for or a problem that says why not. */
class RouterTest {
  private final Bench bench = new Bench();

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/v1", "/v2/orders", "/v1/orders/", "/v1/orders/a/b", "/v1/orders/ord_1/"})
  void nothingIsElsewhere(String path) {
    Reply reply = bench.get(path);
    assertThat(reply.problem()).isEqualTo("404 not-found");
    assertThat(reply.json().get("instance").asText()).isEqualTo(path);
  }

  @Test
  void whatIsAllowedIsTold() {
    Reply reply = bench.send(HttpRequest.DELETE("/v1/orders/ord_1"));
    assertThat(reply.problem()).isEqualTo("405 method-not-allowed");
    assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
    assertThat(bench.get("/v1/orders:batch").header("Allow")).isEqualTo("POST");
  }

  @Test
  void aHeadIsAnsweredLikeAGet() {
    HttpRequest head = HttpRequest.create("/health/live").withMethod(HttpMethods.HEAD);
    assertThat(bench.send(head).status()).isEqualTo(200);
  }

  @Test
  void aFormThatIsNotToBeHadIsSaidSo() {
    HttpRequest request =
        HttpRequest.GET("/health/live").addHeader(Accept.create(MediaRanges.ALL_IMAGE));
    assertThat(bench.send(request).problem()).isEqualTo("406 not-acceptable");
    HttpRequest any =
        HttpRequest.GET("/health/live").addHeader(Accept.create(MediaRanges.ALL_APPLICATION));
    assertThat(bench.send(any).status()).isEqualTo(200);
  }

  @Test
  void parametersThatAreNotKnownAreRefused() {
    assertThat(bench.get("/v1/orders/ord_1?colour=red").problem())
        .isEqualTo("400 invalid-parameter");
    assertThat(bench.get("/v1/orders/ord_1/events?limit=1&limit=2").problem())
        .isEqualTo("400 invalid-parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "limit=", "after=-1", "after=1.5"})
  void numbersOutOfBoundsAreRefused(String query) {
    assertThat(bench.get("/v1/orders/ord_1/events?" + query).problem())
        .isEqualTo("400 invalid-parameter");
  }

  @Test
  void aSaneRequestIdIsKeptAndAnotherReplaced() {
    assertThat(asked("shop-7_a.1")).isEqualTo("shop-7_a.1");
    assertThat(asked("a b")).isNotEqualTo("a b");
    assertThat(asked("x".repeat(65))).hasSize(36);
  }

  @Test
  void whatIsBrokenHereIsNotShown() {
    bench.orders.failWith(new IllegalStateException("select * from secrets"));
    Reply reply = bench.get("/v1/orders/ord_1");
    assertThat(reply.problem()).isEqualTo("500 internal-error");
    assertThat(reply.text()).doesNotContain("secrets", "Exception", "\tat ");
  }

  private String asked(String id) {
    return bench
        .send(HttpRequest.GET("/health/live").addHeader(RawHeader.create("X-Request-Id", id)))
        .header("X-Request-Id");
  }
}
