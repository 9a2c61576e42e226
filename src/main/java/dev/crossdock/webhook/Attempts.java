package dev.crossdock.webhook;

import dev.crossdock.settings.WebhookSettings;
import dev.crossdock.webhook.DeliveryLog.Attempt;
import dev.crossdock.webhook.DeliveryLog.State;
import dev.crossdock.webhook.WebhookEndpoint.Disabled;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down what came of an attempt: for its delivery, and for its endpoint. */
final class Attempts {
  private static final int ERROR_LENGTH_MAX = 500;

  private Attempts() {}

  /**
   * Writes it down; nothing if somebody else has made that attempt.
   *
   * @param endpointId of the endpoint that was asked
   */
  static void record(
      Connection connection,
      WebhookSettings settings,
      String endpointId,
      Delivery delivery,
      Made made)
      throws SQLException {
    Verdict verdict = made.verdict();
    State state =
        switch (verdict) {
          case Verdict.Delivered delivered -> State.DELIVERED;
          case Verdict.Again again -> State.PENDING;
          case Verdict.GivenUp givenUp -> State.FAILED;
          case Verdict.Gone gone -> State.FAILED;
        };
    Instant dueAt = verdict instanceof Verdict.Again again ? again.dueAt() : null;
    if (!DeliveryTable.attempted(connection, delivery, state, dueAt)) {
      return;
    }
    AttemptTable.insert(connection, delivery.number(), attempt(delivery, made));
    Optional<WebhookEndpoint> endpoint = EndpointTable.find(connection, endpointId);
    if (endpoint.isPresent() && !after(settings, endpoint.get(), made).equals(endpoint.get())) {
      note(connection, settings, endpointId, made);
    }
  }

  /**
   * An attempt that was made.
   *
   * @param at when it ended
   */
  record Made(Instant at, long tookMillis, Answer answer, Verdict verdict) {}

  private static Attempt attempt(Delivery delivery, Made made) {
    int number = delivery.tries() + 1;
    return switch (made.answer()) {
      case Answer.Status status ->
          new Attempt(number, made.at(), made.tookMillis(), status.code(), null);
      case Answer.Nothing nothing ->
          new Attempt(number, made.at(), made.tookMillis(), null, shortened(nothing.reason()));
    };
  }

  private static String shortened(String reason) {
    return reason.substring(0, Math.min(reason.length(), ERROR_LENGTH_MAX));
  }

  /** Nearly always there is nothing to write; what there is, is told from the row as it is now. */
  private static void note(
      Connection connection, WebhookSettings settings, String endpointId, Made made)
      throws SQLException {
    Optional<WebhookEndpoint> locked = EndpointTable.lock(connection, endpointId);
    if (locked.isPresent()) {
      WebhookEndpoint after = after(settings, locked.get(), made);
      EndpointTable.setTrouble(
          connection, endpointId, after.failingSince(), after.pausedUntil(), after.disabled());
    }
  }

  /** The endpoint as the attempt leaves it. */
  static WebhookEndpoint after(WebhookSettings settings, WebhookEndpoint endpoint, Made made) {
    boolean well = made.verdict() instanceof Verdict.Delivered;
    Instant since = well ? null : failingSince(endpoint, made.at());
    return endpoint.with(since, paused(endpoint, made), disabled(settings, endpoint, since, made));
  }

  private static Instant failingSince(WebhookEndpoint endpoint, Instant now) {
    Instant since = endpoint.failingSince();
    return since == null ? now : since;
  }

  private static @Nullable Instant paused(WebhookEndpoint endpoint, Made made) {
    return switch (made.verdict()) {
      case Verdict.Again again when again.pausedUntil() != null -> again.pausedUntil();
      case Verdict.Delivered delivered -> null;
      case Verdict.Again again -> endpoint.pausedUntil();
      case Verdict.GivenUp givenUp -> endpoint.pausedUntil();
      case Verdict.Gone gone -> endpoint.pausedUntil();
    };
  }

  private static @Nullable Disabled disabled(
      WebhookSettings settings, WebhookEndpoint endpoint, @Nullable Instant since, Made made) {
    if (endpoint.disabled() != null) {
      return endpoint.disabled();
    }
    if (made.verdict() instanceof Verdict.Gone gone) {
      return new Disabled(made.at(), gone.reason());
    }
    boolean tooLong = since != null && !since.plus(settings.disableAfter()).isAfter(made.at());
    return tooLong ? new Disabled(made.at(), "nothing was taken since " + since) : null;
  }
}
