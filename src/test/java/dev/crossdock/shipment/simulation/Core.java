package dev.crossdock.shipment.simulation;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pure core as its shell sees it.
 *
 * @param <S> its state
 * @param <C> its commands
 * @param <E> its events
 */
interface Core<S, C, E> {
  S nothing();

  Decision<E, ?> decide(S state, C command, Instant now);

  S evolve(S state, E event);

  List<Call> dueCalls(S state, Instant now, Set<CallId> suspects);

  Optional<Instant> nextDue(S state, Instant now);

  Set<CallId> suspects(S state);

  C reported(Report report);

  C tick();
}
