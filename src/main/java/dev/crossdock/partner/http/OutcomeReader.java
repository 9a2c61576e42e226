package dev.crossdock.partner.http;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.PartnerCall;
import dev.crossdock.partner.PartnerCall.Mode;
import java.time.Instant;
import java.util.List;

/** Turns what came back over HTTP into an outcome. Pure. */
final class OutcomeReader {
  private OutcomeReader() {}

  static Outcome read(PartnerCall call, String partner, HttpAnswer answer, Instant now) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return succeeded(call, partner, answer);
    }
    if (status == 425 || status == 429) {
      return unanswered(Reach.NOT_ACTED_ON, answer, now);
    }
    if (status >= 300 && status < 400 && answer.location() != null) {
      return maybe("the redirect to " + Problem.bounded(answer.location()) + " is not followed");
    }
    if (status >= 400 && status < 500 && status != 408 && call.mode() == Mode.DO) {
      Problem problem = Problem.of(answer);
      return new Outcome.Refused(problem.code(), problem.detail());
    }
    // 408, 5xx and what nobody foresaw; a look-up that is refused tells nothing either.
    return unanswered(Reach.MAYBE_ACTED_ON, answer, now);
  }

  private static Outcome succeeded(PartnerCall call, String partner, HttpAnswer answer) {
    try {
      Fields body = Fields.of(answer.body().getBytes());
      return switch (call.mode()) {
        case DO -> new Outcome.Succeeded(AnswerReader.read(call.ask(), partner, body));
        case LOOK_UP -> found(call, partner, body);
      };
    } catch (Garbage e) {
      return maybe("garbage: " + e.getMessage());
    }
  }

  private static Outcome found(PartnerCall call, String partner, Fields body) {
    List<Answer> items = body.list("items", item -> AnswerReader.read(call.ask(), partner, item));
    return switch (items.size()) {
      case 0 -> new Outcome.Succeeded(new Answer.Absent());
      case 1 -> new Outcome.Succeeded(items.getFirst());
      default -> maybe("garbage: " + items.size() + " items under one key");
    };
  }

  private static Outcome unanswered(Reach reach, HttpAnswer answer, Instant now) {
    String reason = answer.status() + " " + Problem.of(answer).detail();
    return new Outcome.Unanswered(
        reach, reason.strip(), RetryAfter.parse(answer.retryAfter(), now));
  }

  private static Outcome maybe(String reason) {
    return new Outcome.Unanswered(Reach.MAYBE_ACTED_ON, reason, null);
  }
}
