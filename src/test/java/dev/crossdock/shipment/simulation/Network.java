package dev.crossdock.shipment.simulation;

import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.PartnerCall.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What lies between an entity and its partners: requests and answers late, lost and repeated. */
final class Network {
  private final World world;
  private final Partners partners;
  private final Outages outages;

  Network(World world, Partners partners, Outages outages) {
    this.world = world;
    this.partners = partners;
    this.outages = outages;
  }

  void request(Flight flight, Mode mode, Consumer<Outcome> then) {
    Dice dice = world.dice();
    boolean isOut = outages.isOut(flight.call().ask().kind(), world.now());
    if ((isOut && dice.oneIn(2)) || dice.happens(Chance.HELD_BACK)) {
      soon(() -> then.accept(unanswered(Reach.HELD_BACK, null)));
    } else if ((isOut && dice.oneIn(2)) || dice.happens(Chance.NOT_CONNECTED)) {
      soon(() -> then.accept(unanswered(Reach.NOT_ACTED_ON, null)));
    } else if (dice.happens(Chance.TOO_MANY)) {
      Duration retryAfter = dice.oneIn(2) ? null : Duration.ofSeconds(dice.below(30));
      soon(() -> then.accept(unanswered(Reach.NOT_ACTED_ON, retryAfter)));
    } else {
      new Request(flight, mode, then).send(isOut || dice.happens(Chance.REQUEST_LOST));
    }
  }

  private void soon(Runnable what) {
    world.after(world.dice().upToMillis(100), what);
  }

  private static Outcome unanswered(Reach reach, @Nullable Duration retryAfter) {
    return new Outcome.Unanswered(reach, "the network is to blame", retryAfter);
  }

  /** One request on its way. */
  private final class Request {
    private final Flight flight;
    private final Mode mode;
    private final Consumer<Outcome> then;
    private @Nullable Instant givenUpAt;
    private boolean isOver;

    Request(Flight flight, Mode mode, Consumer<Outcome> then) {
      this.flight = flight;
      this.mode = mode;
      this.then = then;
    }

    void send(boolean isLost) {
      Duration deadline = flight.call().deadline();
      world.after(deadline, this::timeOut);
      partners.sent(flight.call());
      if (isLost) {
        return;
      }
      boolean slow = world.dice().happens(Chance.REQUEST_SLOW);
      Duration most = slow ? deadline.multipliedBy(3) : Duration.ofMillis(200);
      world.after(world.dice().between(Duration.ofMillis(1), most), () -> arrive());
      if (world.dice().happens(Chance.REQUEST_TWICE)) {
        Duration later = world.dice().between(Duration.ofMillis(1), deadline.multipliedBy(3));
        world.after(later, () -> arrive());
      }
    }

    private void timeOut() {
      givenUpAt = world.now();
      end(unanswered(Reach.MAYBE_ACTED_ON, null));
    }

    /** A partner acts on it only for so long after nobody waits for it any more. */
    private void arrive() {
      Instant gone = earlier(givenUpAt, flight.endedAt());
      if (gone != null && !world.now().isBefore(gone.plus(world.settle(flight.call())))) {
        return;
      }
      Outcome outcome = partners.answer(flight.call(), mode);
      if (!world.dice().happens(Chance.ANSWER_LOST)) {
        boolean garbage = world.dice().happens(Chance.ANSWER_GARBAGE);
        soon(() -> end(garbage ? unanswered(Reach.MAYBE_ACTED_ON, null) : outcome));
      }
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
      return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    private void end(Outcome outcome) {
      if (!isOver) {
        isOver = true;
        if (givenUpAt == null) {
          givenUpAt = world.now();
        }
        if (flight.endedAt() == null) {
          then.accept(outcome);
        }
      }
    }
  }
}
