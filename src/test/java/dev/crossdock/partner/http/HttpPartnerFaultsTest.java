package dev.crossdock.partner.http;

import static dev.crossdock.partner.Outcome.Reach.MAYBE_ACTED_ON;
import static dev.crossdock.partner.Outcome.Reach.NOT_ACTED_ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Succeeded;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.Partner;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the adapter makes of partners and networks that misbehave, and that it never re-sends. */
@Timeout(30)
class HttpPartnerFaultsTest {
  private static final HttpPartners PARTNERS = new HttpPartners(Clock.systemUTC());
  private static final String NOTIFIED = "{\"notificationId\":\"n1\"}";
  private static final Outcome SUCCEEDED = new Succeeded(new Answer.Notified("n1"));
  private static final Duration SHORT = Duration.ofMillis(150);

  @AfterAll
  static void close() {
    PARTNERS.close().toCompletableFuture().join();
  }

  @Test
  void hangsUpAtTheDeadlineWhenThereIsNoAnswer() throws IOException {
    try (RawPartner raw = RawPartner.start((request, wire) -> {})) {
      assertThat(call(raw.url(), SHORT)).isEqualTo(late());
      await().until(() -> raw.hangups.get() == 1);
      assertThat(raw.requests).hasValue(1);
    }
  }

  @Test
  void hangsUpAtTheDeadlineWhenTheBodyDrips() throws IOException {
    RawPartner.Script drip =
        (request, wire) -> {
          wire.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
          while (!wire.hungUpWithin(10)) {
            wire.send(" ");
          }
        };
    try (RawPartner raw = RawPartner.start(drip)) {
      assertThat(call(raw.url(), SHORT)).isEqualTo(late());
      await().until(() -> raw.hangups.get() == 1);
    }
  }

  @Test
  void hangsUpWhenTheBodyIsTooLong() throws IOException {
    RawPartner.Script flood =
        (request, wire) -> {
          wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          while (!wire.hungUpWithin(1)) {
            wire.send("4000\r\n" + " ".repeat(0x4000) + "\r\n");
          }
        };
    try (RawPartner raw = RawPartner.start(flood)) {
      assertThat(call(raw.url(), Duration.ofSeconds(20)))
          .isEqualTo(
              new Unanswered(MAYBE_ACTED_ON, "garbage: a body of more than 1048576 bytes", null));
      await().until(() -> raw.hangups.get() == 1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 2",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + NOTIFIED,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n17\r\n" + NOTIFIED + "\r\n",
        "HTTP/1.1 500 Oops\r\nContent-Length: 2\r\n\r\n{",
        "SMTP ready\r\n\r\n"
      })
  void cannotTellWhatBecameOfACallThatWasCut(String part) throws IOException {
    RawPartner.Script cut =
        (request, wire) -> {
          wire.send(part);
          wire.close();
        };
    try (RawPartner raw = RawPartner.start(cut)) {
      assertThat(call(raw.url(), Duration.ofSeconds(20)))
          .isInstanceOfSatisfying(
              Unanswered.class,
              outcome -> {
                assertThat(outcome.reach()).isEqualTo(MAYBE_ACTED_ON);
                assertThat(outcome.reason()).startsWith("the connection was cut: ");
              });
      assertThat(raw.requests).hasValue(1);
      assertThat(raw.connections).hasValue(1);
    }
  }

  @Test
  void takesABodyThatEndsWithItsConnection() throws IOException {
    RawPartner.Script old =
        (request, wire) -> {
          wire.send("HTTP/1.0 200 OK\r\n\r\n" + NOTIFIED);
          wire.close();
        };
    try (RawPartner raw = RawPartner.start(old)) {
      assertThat(call(raw.url(), Duration.ofSeconds(20))).isEqualTo(SUCCEEDED);
    }
  }

  /** The partner closes a kept connection just as the next request arrives on it. */
  @Test
  void doesNotSendAgainOnAnotherConnectionWhenAKeptOneIsStale() throws IOException {
    RawPartner.Script once =
        (request, wire) -> {
          if (request == 1) {
            wire.answer(NOTIFIED);
          } else {
            wire.close();
          }
        };
    try (RawPartner raw = RawPartner.start(once)) {
      Partner partner = PARTNERS.forPartner("acme", raw.url(), 4);

      assertThat(call(partner, Duration.ofSeconds(20))).isEqualTo(SUCCEEDED);
      assertThat(call(partner, Duration.ofSeconds(20)))
          .isInstanceOfSatisfying(
              Unanswered.class, outcome -> assertThat(outcome.reach()).isEqualTo(MAYBE_ACTED_ON));
      assertThat(raw.requests).hasValue(2);
      assertThat(raw.connections).hasValue(1);
    }
  }

  @Test
  void sendsNothingOnceItGaveUpWaitingForAConnection() throws IOException {
    CountDownLatch release = new CountDownLatch(1);
    RawPartner.Script slow =
        (request, wire) -> {
          awaitUninterrupted(release);
          wire.answer(NOTIFIED);
        };
    try (RawPartner raw = RawPartner.start(slow)) {
      Partner partner = PARTNERS.forPartner("acme", raw.url(), 1);
      CompletableFuture<Outcome> first = begin(partner, Duration.ofSeconds(20));
      await().until(() -> raw.requests.get() == 1);

      Outcome second = call(partner, SHORT);
      release.countDown();

      assertThat(second).isEqualTo(new Unanswered(NOT_ACTED_ON, "no answer within 150 ms", null));
      assertThat(first.join()).isEqualTo(SUCCEEDED);
      assertThat(call(partner, Duration.ofSeconds(20))).isEqualTo(SUCCEEDED);
      assertThat(raw.requests).hasValue(2);
      assertThat(raw.connections).hasValue(1);
    }
  }

  @Test
  void refusesToQueueBeyondItsBound() throws IOException {
    try (RawPartner raw = RawPartner.start((request, wire) -> {})) {
      Partner partner = PARTNERS.forPartner("acme", raw.url(), 1);
      List<CompletableFuture<Outcome>> calls = new ArrayList<>();
      calls.add(begin(partner, Duration.ofSeconds(20)));
      await().until(() -> raw.requests.get() == 1);
      calls.add(begin(partner, Duration.ofSeconds(20)));
      calls.add(begin(partner, Duration.ofSeconds(20)));

      assertThat(call(partner, Duration.ofSeconds(20)))
          .isInstanceOfSatisfying(
              Unanswered.class, outcome -> assertThat(outcome.reach()).isEqualTo(NOT_ACTED_ON));
      assertThat(calls).noneMatch(CompletableFuture::isDone);
    }
  }

  @Test
  void endsFiveHundredCallsAtOnceOnHalfAsManyConnections() throws IOException {
    try (RawPartner raw = RawPartner.start((request, wire) -> wire.answer(NOTIFIED))) {
      Partner partner = PARTNERS.forPartner("acme", raw.url(), 250);
      List<CompletableFuture<Outcome>> calls =
          Stream.generate(() -> begin(partner, Duration.ofSeconds(20))).limit(500).toList();

      assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(SUCCEEDED));
      assertThat(raw.requests).hasValue(500);
      assertThat(raw.connections.get()).isLessThanOrEqualTo(250);
    }
  }

  @Test
  void opensANewConnectionAfterOneThatTheDeadlineClosed() throws IOException {
    RawPartner.Script second =
        (request, wire) -> {
          if (request == 2) {
            wire.answer(NOTIFIED);
          }
        };
    try (RawPartner raw = RawPartner.start(second)) {
      Partner partner = PARTNERS.forPartner("acme", raw.url(), 1);

      assertThat(call(partner, SHORT)).isEqualTo(late());
      assertThat(call(partner, Duration.ofSeconds(20))).isEqualTo(SUCCEEDED);
      assertThat(raw.connections).hasValue(2);
    }
  }

  @Test
  void endsCallsUnderWayWhenItIsClosed() throws IOException {
    HttpPartners closing = new HttpPartners(Clock.systemUTC());
    try (RawPartner raw = RawPartner.start((request, wire) -> {})) {
      Partner partner = closing.forPartner("acme", raw.url(), 1);
      CompletableFuture<Outcome> sent = begin(partner, Duration.ofMinutes(5));
      await().until(() -> raw.requests.get() == 1);
      CompletableFuture<Outcome> queued = begin(partner, Duration.ofMinutes(5));
      closing.close().toCompletableFuture().join();

      assertThat(sent.join())
          .isInstanceOfSatisfying(
              Unanswered.class, outcome -> assertThat(outcome.reach()).isEqualTo(MAYBE_ACTED_ON));
      assertThat(queued.join())
          .isInstanceOfSatisfying(
              Unanswered.class, outcome -> assertThat(outcome.reach()).isEqualTo(NOT_ACTED_ON));
    }
  }

  @Test
  void knowsThatNobodyActedWhenNobodyListens() {
    assertThat(call(RawPartner.nowhere(), Duration.ofSeconds(20)))
        .isInstanceOfSatisfying(
            Unanswered.class,
            outcome -> {
              assertThat(outcome.reach()).isEqualTo(NOT_ACTED_ON);
              assertThat(outcome.reason()).startsWith("no connection: ");
            });
  }

  @Test
  void knowsThatNobodyActedWhenTheNameIsUnknown() {
    assertThat(call(URI.create("http://partner.invalid/"), Duration.ofMillis(500)))
        .isInstanceOfSatisfying(
            Unanswered.class, outcome -> assertThat(outcome.reach()).isEqualTo(NOT_ACTED_ON));
  }

  @Test
  void knowsThatNobodyActedWhenTheyShareNoTls() throws IOException {
    RawPartner.Script plain =
        (request, wire) -> {
          throw new AssertionError("a request came through");
        };
    try (RawPartner raw = RawPartner.start(plain)) {
      URI url = URI.create(raw.url().toString().replace("http:", "https:"));

      assertThat(call(url, Duration.ofMillis(500)))
          .isInstanceOfSatisfying(
              Unanswered.class, outcome -> assertThat(outcome.reach()).isEqualTo(NOT_ACTED_ON));
      assertThat(raw.connections.get()).isPositive();
    }
  }

  private static Outcome call(URI url, Duration deadline) {
    return call(PARTNERS.forPartner("acme", url, 4), deadline);
  }

  private static Outcome call(Partner partner, Duration deadline) {
    return begin(partner, deadline).join();
  }

  private static CompletableFuture<Outcome> begin(Partner partner, Duration deadline) {
    return partner.call(Asks.within(Asks.NOTIFY, deadline)).toCompletableFuture();
  }

  private static Outcome late() {
    return new Unanswered(MAYBE_ACTED_ON, "no answer within 150 ms", null);
  }

  private static void awaitUninterrupted(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
