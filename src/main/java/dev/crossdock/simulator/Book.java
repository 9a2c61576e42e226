package dev.crossdock.simulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All that the pretend partners know. Every change is one step under one lock: it is written to the
 * state file before anybody hears of it. Each step takes microseconds, so the lock is not waited
 * on.
 */
final class Book implements Shelf {

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<Keyed, List<String>> refs = new HashMap<>();
  private final Map<Keyed, Answered> answers = new HashMap<>();
  private final Map<Keyed, Integer> arrivals = new HashMap<>();
  private final Map<String, Outgoing> outbox = new LinkedHashMap<>();
  private final BookFile file;
  private final Clock clock;
  private Consumer<BookLine.Changed> watcher = changed -> {};
  private boolean closed;

  Book(BookFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
    file.replay(this::learn);
  }

  /** From now on hears every change, first of all what was unfinished when the book was opened. */
  synchronized void watch(Consumer<BookLine.Changed> listener) {
    watcher = listener;
    listener.accept(
        new BookLine.Changed(List.copyOf(entries.values()), null, List.copyOf(outbox.values())));
  }

  /** Counts a call that came in, also when a fault then keeps it from having an effect. */
  synchronized void arrived(Keyed keyed) {
    commit(new BookLine.Arrived(keyed));
  }

  /** Answers as before what was answered before; else does the work and remembers its answer. */
  synchronized Reply once(Keyed keyed, String fingerprint, Supplier<Done> work) {
    Answered before = answers.get(keyed);
    if (before == null) {
      return first(keyed, fingerprint, work);
    }
    if (!before.fingerprint().equals(fingerprint)) {
      throw Refusal.unprocessable(
          "idempotency-key-reused", "the key was used for another call: " + keyed.key());
    }
    return before.reply();
  }

  private Reply first(Keyed keyed, String fingerprint, Supplier<Done> work) {
    List<Entry> changed = List.of();
    Reply reply;
    try {
      Done done = work.get();
      changed = done.entries();
      reply = Reply.of(done.status(), done.body());
    } catch (Refusal refusal) {
      if (!refusal.isFinal()) {
        throw refusal;
      }
      reply = Reply.of(refusal);
    }
    commit(new BookLine.Changed(changed, new Answered(keyed, fingerprint, reply), List.of()));
    return reply;
  }

  /** Lets a planned moment of an entry come, unless the plan has changed since. */
  synchronized void due(String ref, Moment moment, Function<Entry, Turn> unfold) {
    Entry entry = entries.get(ref);
    if (closed || entry == null || !entry.next().equals(Optional.of(moment))) {
      return;
    }
    Turn turn = unfold.apply(entry);
    List<Outgoing> outgoing =
        turn.tidings().stream().map(told -> Outgoing.of(told, clock.instant())).toList();
    commit(new BookLine.Changed(turn.entries(), null, outgoing));
  }

  /** A callback needs no more tries. */
  synchronized void settled(String messageId) {
    if (!closed) {
      commit(new BookLine.Settled(messageId));
    }
  }

  @Override
  public synchronized Optional<Entry> find(EffectKind kind, String ref) {
    return Optional.ofNullable(entries.get(ref)).filter(entry -> entry.kind() == kind);
  }

  @Override
  public synchronized List<Entry> byKey(String partner, EffectKind kind, String key) {
    return refs.getOrDefault(new Keyed(partner, key), List.of()).stream()
        .flatMap(ref -> find(kind, ref).stream())
        .toList();
  }

  synchronized Ledger ledger() {
    return Ledger.of(List.copyOf(entries.values()), Map.copyOf(arrivals));
  }

  synchronized List<Outgoing> outbox() {
    return List.copyOf(outbox.values());
  }

  /** Nothing changes any more. */
  synchronized void close() {
    closed = true;
    file.close();
  }

  private void commit(BookLine line) {
    if (closed) {
      throw new IllegalStateException("the simulator has stopped");
    }
    file.append(line);
    learn(line);
    if (line instanceof BookLine.Changed changed) {
      watcher.accept(changed);
    }
  }

  private void learn(BookLine line) {
    switch (line) {
      case BookLine.Arrived arrived -> arrivals.merge(arrived.keyed(), 1, Integer::sum);
      case BookLine.Settled settled -> outbox.remove(settled.messageId());
      case BookLine.Changed changed -> learn(changed);
    }
  }

  private void learn(BookLine.Changed changed) {
    changed.entries().forEach(this::put);
    changed.outgoing().forEach(each -> outbox.put(each.messageId(), each));
    Answered answered = changed.answered();
    if (answered != null) {
      answers.put(answered.keyed(), answered);
    }
  }

  private void put(Entry entry) {
    if (entries.put(entry.ref(), entry) == null) {
      refs.computeIfAbsent(new Keyed(entry.partner(), entry.key()), key -> new ArrayList<>(1))
          .add(entry.ref());
    }
  }
}
