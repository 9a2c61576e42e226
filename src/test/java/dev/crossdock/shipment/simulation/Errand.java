package dev.crossdock.shipment.simulation;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.Report;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import dev.crossdock.partner.PartnerCall.Mode;
import java.util.function.Consumer;

/** Runs one call's errand as the runtime's child does: look up, do, or both. */
final class Errand {
  private final Flight flight;
  private final World world;
  private final Consumer<Report> report;

  Errand(Flight flight, World world, Consumer<Report> report) {
    this.flight = flight;
    this.world = world;
    this.report = report;
  }

  void begin() {
    switch (flight.call().errand()) {
      case DO -> send(Mode.DO, this::tell);
      case LOOK_UP -> send(Mode.LOOK_UP, outcome -> tell(inDoubt(outcome)));
      case LOOK_UP_THEN_DO -> send(Mode.LOOK_UP, this::lookedUp);
    }
  }

  private void lookedUp(Outcome outcome) {
    if (outcome instanceof Outcome.Succeeded(Answer answer) && answer instanceof Answer.Absent) {
      send(Mode.DO, done -> tell(inDoubt(done)));
    } else {
      tell(inDoubt(outcome));
    }
  }

  /** Whatever became of this request, one before it may still be acted on. */
  private static Outcome inDoubt(Outcome outcome) {
    return outcome instanceof Unanswered u
        ? new Unanswered(Reach.MAYBE_ACTED_ON, u.reason(), u.retryAfter())
        : outcome;
  }

  private void send(Mode mode, Consumer<Outcome> then) {
    world.network().request(flight, mode, then);
  }

  private void tell(Outcome outcome) {
    Call call = flight.call();
    String partner = call.partner() == null ? call.ask().kind().label() : call.partner();
    report.accept(new Report(call.id(), partner, outcome, world.dice().jitter()));
  }
}
