package dev.crossdock.runtime;

import dev.crossdock.journal.Roster;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pekko.Done;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.AddressFromURIString;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.JoinSeedNodes;
import org.apache.pekko.cluster.typed.Leave;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a node join the cluster, or form it when nobody lives, and says in the roster that it lives
 * for as long as it is a member. A node that finds another cluster beside its own gives one up:
 * that cannot come about as long as all reach the database.
 */
final class Joining {
  private static final Logger LOG = LoggerFactory.getLogger(Joining.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** It has shards, or is about to. */
  private static final Set<MemberStatus> IN =
      Set.of(
          MemberStatus.weaklyUp(),
          MemberStatus.up(),
          MemberStatus.leaving(),
          MemberStatus.exiting());

  private final ActorSystem<?> system;
  private final Cluster cluster;
  private final Roster roster;
  private final String self;
  private final Belonging belonging;
  private final Attendance attendance;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("joining").factory());
  private List<String> asked = List.of();
  private boolean isDeaf;

  private Joining(ActorSystem<?> system, Roster roster, List<String> seeds) {
    this.system = system;
    this.cluster = Cluster.get(system);
    this.roster = roster;
    this.self = hostPort(cluster.selfMember().address());
    this.belonging = new Belonging(self, seeds, System::nanoTime);
    this.attendance = new Attendance(self, System::nanoTime);
  }

  /** Begins at once; ends with the node. */
  static void start(ActorSystem<?> system, Roster roster, List<String> seeds) {
    Joining joining = new Joining(system, roster, seeds);
    var unused =
        joining.thread.scheduleWithFixedDelay(
            joining::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    CoordinatedShutdown.get(system)
        .addTask(CoordinatedShutdown.PhaseClusterShutdown(), "roster", joining::end);
  }

  private void look() {
    try {
      MemberStatus status = cluster.selfMember().status();
      if (IN.contains(status)) {
        roster.sign(self);
        compare(roster.living().keySet());
      } else if (status.equals(MemberStatus.removed())) {
        ask(belonging.whomToAsk(roster.living().keySet()));
      }
      isDeaf = false;
    } catch (SQLException | RuntimeException e) {
      if (!isDeaf) {
        LOG.warn("who lives cannot be told: {}", e.toString());
      }
      isDeaf = true;
      attendance.lookedAway();
    }
  }

  private void ask(List<String> nodes) {
    if (!nodes.equals(asked)) {
      asked = nodes;
      cluster
          .manager()
          .tell(
              new JoinSeedNodes(
                  nodes.stream()
                      .map(node -> AddressFromURIString.parse("pekko://crossdock@" + node))
                      .toList()));
    }
  }

  private void compare(Set<String> living) {
    Map<String, Address> members =
        StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
            .filter(member -> IN.contains(member.status()))
            .map(Member::address)
            .collect(Collectors.toMap(Joining::hostPort, address -> address));
    if (belonging.isSurplus(members.keySet(), living)) {
      LOG.error("there is another cluster: {} live, {} are in this one", living, members.keySet());
      CoordinatedShutdown.get(system).runAll(Root.PAST_MENDING);
    }
    for (String missing : attendance.toSendAway(members.keySet(), living)) {
      LOG.warn("{} does not reach the database, and is to leave", missing);
      cluster.manager().tell(Leave.create(members.get(missing)));
    }
  }

  /** Others need not wait until it is clear that it is gone. */
  private CompletableFuture<Done> end() {
    CompletableFuture<Done> struck = CompletableFuture.supplyAsync(this::struck, thread);
    thread.shutdown();
    return struck;
  }

  private Done struck() {
    try {
      roster.strike(self);
    } catch (SQLException e) {
      LOG.info("it stays in the roster for a while: {}", e.toString());
    }
    return Done.getInstance();
  }

  private static String hostPort(Address address) {
    return address.getHost().orElse("") + ":" + address.getPort().orElse(0);
  }
}
