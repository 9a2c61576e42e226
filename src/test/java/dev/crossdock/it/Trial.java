package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.simulator.EffectKind;
import dev.crossdock.simulator.Latency;
import dev.crossdock.simulator.LedgerEntry;
import dev.crossdock.simulator.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;

/** A cluster of three under load, with partners that lose answers, and what must be true of it. */
final class Trial implements AutoCloseable {
  private static final Duration CAPTURE_MAX = Duration.ofSeconds(150);

  private final String name;
  private final PretendPartners partners;
  private final Postgres postgres;
  private final Nodes nodes;
  private final Crowd crowd;
  private final Wires wires = new Wires();

  private Trial(String name, Postgres postgres, PretendPartners partners, Nodes nodes) {
    this.name = name;
    this.postgres = postgres;
    this.partners = partners;
    this.nodes = nodes;
    this.crowd = new Crowd(nodes);
  }

  /** Starts the nodes on an empty database; nobody comes yet. */
  static Trial start(String name, Postgres postgres, String... sections) {
    PretendPartners partners =
        PretendPartners.start(new Latency(100, 50), Pace.ofMillis(100, 100, 100), KillIT.faults());
    List<String> all = new ArrayList<>(List.of(sections));
    all.add(postgres.freshJournal());
    all.add(partners.settings());
    Nodes nodes = Nodes.start(name, 3, all.toArray(String[]::new));
    partners.callBack(nodes.url(1));
    return new Trial(name, postgres, partners, nodes);
  }

  Postgres postgres() {
    return postgres;
  }

  Nodes nodes() {
    return nodes;
  }

  Wires wires() {
    return wires;
  }

  Crowd crowd() {
    return crowd;
  }

  /** Partners call that node back from now on; it has to live. */
  void callBack(int node) {
    partners.callBack(nodes.url(node));
  }

  /** P1, P2, P3 and P6 of all that was promised, as partners and nodes tell it. */
  Figures check() {
    crowd.leave();
    Figures figures = Figures.of(crowd.promises());
    awaitCaptures();
    assertThat(crowd.refused()).as("neither taken nor asked to come again").isEmpty();
    try (Auditor auditor = new Auditor(nodes)) {
      assertThat(auditor.broken(crowd.promises())).as("promised, and not kept").isEmpty();
    }
    assertThat(Set.copyOf(crowd.ids())).as("one key, one order").hasSize(crowd.promises().size());
    Oracle.assertDoneOnce(partners.ledger(), crowd.ids());
    return figures;
  }

  /** Of what partners have done, how much fell into one second. */
  long mostInASecond(EffectKind kind) {
    List<Instant> done =
        partners.ledger().ofKind(kind).items().stream().map(LedgerEntry::at).sorted().toList();
    long most = 0;
    int from = 0;
    for (int to = 0; to < done.size(); to++) {
      while (done.get(to).minusSeconds(1).isAfter(done.get(from))) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  /** Only the partners are looked at: reading an order would wake it. */
  private void awaitCaptures() {
    List<String> open = new ArrayList<>(crowd.ids());
    try {
      await("all that was promised goes on by itself")
          .atMost(CAPTURE_MAX)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> Oracle.dropCaptured(partners.ledger(), open).isEmpty());
    } catch (ConditionTimeoutException e) {
      throw Autopsy.of(name, nodes.url(1), partners.ledger(), open);
    }
  }

  @Override
  public void close() {
    wires.mend();
    crowd.close();
    nodes.close();
    partners.close();
  }
}
