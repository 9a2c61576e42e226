package dev.crossdock.runtime;

import dev.crossdock.settings.PartnerSettings;
import dev.crossdock.settings.RateLimit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.SingletonActor;

/**
 * Shares the rate limits of partners out among the nodes of a cluster: one actor of it has a
 * schedule for each partner, and nodes lease moments of that as they need them. So it is all the
 * same how many nodes there are, and which of them has the work.
 */
final class Rates {
  private static final String NAME = "rates";

  private Rates() {}

  /** Has a node take part; gives its pacer of each partner. */
  static Function<PartnerSettings, Pacer> start(
      ActorContext<?> context, Map<String, PartnerSettings> partners) {
    Map<String, RateLimit> limits = limits(partners);
    if (limits.isEmpty()) {
      return any -> Pacer.unlimited();
    }
    Cluster cluster = Cluster.get(context.getSystem());
    Map<String, Quota> quotas = new ConcurrentHashMap<>();
    ActorRef<RateMessage> lessor =
        ClusterSingleton.get(context.getSystem())
            .init(SingletonActor.of(mended(lessor(limits)), NAME));
    ActorRef<RateMessage> lessee = context.spawn(mended(lessee(quotas, lessor)), NAME);
    limits.forEach(
        (name, limit) ->
            quotas.put(
                name,
                new Quota(
                    limit,
                    System::nanoTime,
                    () -> cluster.state().members().size(),
                    count -> lessee.tell(new RateMessage.Wanted(name, count)))));
    return partner -> {
      Quota quota = quotas.get(partner.name());
      return quota == null ? Pacer.unlimited() : quota;
    };
  }

  private static Map<String, RateLimit> limits(Map<String, PartnerSettings> partners) {
    Map<String, RateLimit> limits = new HashMap<>();
    partners.forEach(
        (name, partner) -> {
          RateLimit limit = partner.rateLimit();
          if (limit != null) {
            limits.put(name, limit);
          }
        });
    return limits;
  }

  private static Behavior<RateMessage> mended(Behavior<RateMessage> behavior) {
    return Behaviors.supervise(behavior)
        .onFailure(
            SupervisorStrategy.restartWithBackoff(
                Duration.ofMillis(100), Duration.ofSeconds(10), 0.2));
  }

  /** Runs once in the cluster. What a partner's limit is, its own node's configuration says. */
  static Behavior<RateMessage> lessor(Map<String, RateLimit> limits) {
    return Behaviors.setup(
        context -> {
          Map<String, Schedule> schedules = new HashMap<>();
          long begun = System.nanoTime();
          limits.forEach((name, limit) -> schedules.put(name, new Schedule(limit, begun)));
          return Behaviors.receive(RateMessage.class)
              .onMessage(
                  RateMessage.Lease.class,
                  lease -> {
                    Schedule schedule = schedules.get(lease.partner());
                    if (schedule != null) {
                      lease.replyTo().tell(granted(lease, schedule));
                    }
                    return Behaviors.same();
                  })
              .build();
        });
  }

  private static RateMessage granted(RateMessage.Lease lease, Schedule schedule) {
    long now = System.nanoTime();
    return new RateMessage.Granted(
        lease.partner(),
        LongStream.range(0, lease.count()).map(any -> schedule.reserve(now)).boxed().toList());
  }

  /** Runs on each node, between its quotas and the lessor, wherever that is. */
  private static Behavior<RateMessage> lessee(
      Map<String, Quota> quotas, ActorRef<RateMessage> lessor) {
    return Behaviors.setup(
        context ->
            Behaviors.receive(RateMessage.class)
                .onMessage(
                    RateMessage.Wanted.class,
                    wanted -> {
                      lessor.tell(
                          new RateMessage.Lease(
                              wanted.partner(), wanted.count(), context.getSelf()));
                      return Behaviors.same();
                    })
                .onMessage(
                    RateMessage.Granted.class,
                    granted -> {
                      Quota quota = quotas.get(granted.partner());
                      if (quota != null) {
                        quota.granted(granted.waitNanos());
                      }
                      return Behaviors.same();
                    })
                .build());
  }
}
