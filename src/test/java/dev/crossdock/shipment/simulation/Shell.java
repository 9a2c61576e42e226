package dev.crossdock.shipment.simulation;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the runtime's shell does with a core, without actors: a journal whose writes may fail before
 * or after they are stored, and a crash possible between every write and every effect.
 */
final class Shell<S, C, E> {
  private final String name;
  private final Core<S, C, E> core;
  private final World world;
  private final Watcher<S> watcher;
  private final List<E> journal = new ArrayList<>();
  private final Map<CallId, Flight> inFlight = new LinkedHashMap<>();
  private final Set<CallId> suspects = new HashSet<>();
  private S state;
  private boolean isDown;
  private int life;
  private int timer;

  /** What is to be done when an entity is there again, or has become another. */
  interface Watcher<S> {
    /** The state has changed from one to the other, for good. */
    void changed(S before, S after);

    /** All that others are to know of it is to be told now. */
    void tellOthers(S state, long version);

    /** What was told is forgotten. */
    void forgot();
  }

  /** Whoever told it something; not called when nobody can tell what became of it. */
  interface Reply<S> {
    void answered(Decision<?, ?> decision, S state);
  }

  Shell(String name, Core<S, C, E> core, World world, Watcher<S> watcher) {
    this.name = name;
    this.core = core;
    this.world = world;
    this.watcher = watcher;
    this.state = core.nothing();
  }

  S state() {
    return state;
  }

  long version() {
    return journal.size();
  }

  List<E> journal() {
    return journal;
  }

  void tell(C command, Reply<S> reply) {
    if (isDown) {
      world.trace(name, "is down for", command);
      return;
    }
    Decision<E, ?> decision = core.decide(state, command, world.now());
    world.trace(name, "decides", decision);
    if (decision instanceof Decision.Accepted<E, ?>(List<E> events)
        && (!write(events) || crashes())) {
      return;
    }
    reply.answered(decision, state);
    if (!crashes()) {
      keepGoing();
    }
  }

  void tell(C command) {
    tell(command, (decision, after) -> {});
  }

  private boolean write(List<E> events) {
    if (world.dice().happens(Chance.WRITE_FAILS_UNSTORED)) {
      crash();
      return false;
    }
    S before = state;
    S next = state;
    for (E event : events) {
      next = core.evolve(next, event);
      journal.add(event);
    }
    state = next;
    watcher.changed(before, next);
    if (world.dice().happens(Chance.WRITE_FAILS_STORED)) {
      crash();
      return false;
    }
    return true;
  }

  private boolean crashes() {
    boolean now = world.dice().happens(Chance.CRASH);
    if (now) {
      crash();
    }
    return now;
  }

  private void crash() {
    world.trace(name, "crashes", "");
    life++;
    isDown = true;
    inFlight.values().forEach(flight -> flight.end(world.now()));
    inFlight.clear();
    suspects.clear();
    watcher.forgot();
    int thisLife = life;
    Duration most =
        world.dice().happens(Chance.STAYS_DOWN) ? Duration.ofHours(1) : Duration.ofSeconds(20);
    world.after(world.dice().between(Duration.ofMillis(1), most), () -> recover(thisLife));
  }

  private void recover(int thisLife) {
    if (life != thisLife) {
      return;
    }
    S replayed = replayed();
    if (!replayed.equals(state)) {
      throw new AssertionError(name + ": replay gives\n" + replayed + "\ninstead of\n" + state);
    }
    isDown = false;
    suspects.addAll(core.suspects(replayed));
    keepGoing();
  }

  /** The state as its journal has it. */
  S replayed() {
    S folded = core.nothing();
    for (E event : journal) {
      folded = core.evolve(folded, event);
    }
    return folded;
  }

  /** Sees to it that what is due is on its way, and that others know. */
  void keepGoing() {
    if (isDown) {
      return;
    }
    Instant now = world.now();
    List<Call> due = core.dueCalls(state, now, Set.copyOf(suspects));
    Set<CallId> wanted = new HashSet<>();
    due.forEach(call -> wanted.add(call.id()));
    inFlight.values().removeIf(flight -> isUnwanted(flight, wanted));
    for (Call call : due) {
      if (!inFlight.containsKey(call.id())) {
        begin(call);
        if (crashes()) {
          return;
        }
      }
    }
    int thisTimer = ++timer;
    core.nextDue(state, now).ifPresent(at -> world.at(at, () -> timeCame(thisTimer)));
    watcher.tellOthers(state, version());
  }

  private boolean isUnwanted(Flight flight, Set<CallId> wanted) {
    if (wanted.contains(flight.call().id()) || !flight.call().isRead()) {
      return false;
    }
    flight.end(world.now());
    return true;
  }

  private void timeCame(int which) {
    if (which == timer && !isDown) {
      tell(core.tick());
    }
  }

  private void begin(Call call) {
    Flight flight = new Flight(call);
    inFlight.put(call.id(), flight);
    world.trace(name, "begins", call.errand() + " " + call.id());
    new Errand(flight, world, report -> ended(flight, report)).begin();
  }

  private void ended(Flight flight, Report report) {
    if (flight.endedAt() != null) {
      return;
    }
    flight.end(world.now());
    inFlight.remove(report.call());
    suspects.remove(report.call());
    world.trace(name, "hears", report);
    tell(core.reported(report));
  }
}
