package dev.crossdock.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.settings.ConnectionPoolSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings callbacks to Crossdock: each is tried until it is taken, refused for good or 15 minutes
 * old. Two of one partner may overtake each other.
 */
final class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final ActorSystem<?> system;
  private final Book book;
  private final Optional<Signer> signer;
  private final Clock clock;
  private final ConnectionPoolSettings pool;
  private volatile Optional<String> baseUrl;

  Courier(ActorSystem<?> system, Book book, SimulatorSettings settings, Clock clock) {
    this.system = system;
    this.book = book;
    this.signer = Optional.ofNullable(settings.callbackSecret()).map(Signer::new);
    this.baseUrl = Optional.ofNullable(settings.callbackBaseUrl());
    this.clock = clock;
    this.pool = ServerTuning.callbackPool(system);
  }

  /** From now on sends there, also what is waiting for its next try. */
  void sendTo(String url) {
    if (signer.isEmpty()) {
      throw new IllegalStateException("there is no callback secret");
    }
    baseUrl = Optional.of(url);
  }

  /**
   * Sends it now and again until it is settled. Without a secret it is settled at once; with
   * nowhere to send it yet, as when Crossdock starts after its partners, it waits.
   */
  void send(Outgoing callback) {
    attempt(callback, 1);
  }

  private void attempt(Outgoing callback, int tries) {
    Optional<String> url = baseUrl;
    if (signer.isEmpty()) {
      book.settled(callback.messageId());
    } else if (url.isEmpty()) {
      judge(callback, tries, null);
    } else {
      request(url.get(), signer.get(), callback)
          .whenComplete((status, failure) -> judge(callback, tries, status));
    }
  }

  private CompletionStage<Integer> request(String url, Signer signing, Outgoing callback) {
    HttpRequest request =
        HttpRequest.POST(url + "/v1/callbacks/" + callback.partner())
            .withEntity(ContentTypes.APPLICATION_JSON, callback.payload())
            .addHeaders(signing.headers(callback, clock.instant()));
    return Http.get(system)
        .singleRequest(
            request,
            Http.get(system).defaultClientHttpsContext(),
            pool,
            system.classicSystem().log())
        .thenApply(this::drain);
  }

  private int drain(HttpResponse response) {
    response.discardEntityBytes(system);
    return response.status().intValue();
  }

  /** No status means that nothing came back. */
  private void judge(Outgoing callback, int tries, @Nullable Integer status) {
    if (status != null && isFinal(status)) {
      book.settled(callback.messageId());
    } else if (clock.instant().isAfter(callback.since().plus(Backoff.GIVE_UP_AFTER))) {
      LOG.warn("gave up callback {} of {}", callback.messageId(), callback.partner());
      book.settled(callback.messageId());
    } else {
      again(callback, tries);
    }
  }

  /** A refused signature (401) or an unknown route (404) may be mended at the other end. */
  private static boolean isFinal(int status) {
    return switch (status) {
      case 401, 404, 408, 425, 429 -> false;
      default -> status < 500;
    };
  }

  private void again(Outgoing callback, int tries) {
    Duration wait = Backoff.after(tries);
    system
        .scheduler()
        .scheduleOnce(wait, () -> attempt(callback, tries + 1), system.executionContext());
  }
}
