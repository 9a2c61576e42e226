package dev.crossdock.runtime;

import dev.crossdock.estimate.QueueStatus;
import dev.crossdock.ops.Recorder;
import dev.crossdock.partner.Partner;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.settings.PartnerSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/**
 * Which gateway a call goes through: the one of the partner it names, else the only one of its
 * kind; rates go through every carrier's.
 */
final class Partners {
  private final Map<String, ActorRef<Gateway.Message>> gateways;
  private final Map<PartnerKind, List<String>> byKind;
  private final Map<String, PartnerSettings> settings;

  Partners(Map<String, ActorRef<Gateway.Message>> gateways, Map<String, PartnerSettings> settings) {
    this.gateways = Map.copyOf(gateways);
    this.settings = Map.copyOf(settings);
    this.byKind = new HashMap<>();
    new TreeMap<>(settings)
        .values()
        .forEach(
            p ->
                byKind.merge(
                    p.kind(),
                    List.of(p.name()),
                    (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList()));
  }

  /** The partners that a call to the kind goes to; only the one named, if one is. */
  List<String> names(PartnerKind kind, @Nullable String named) {
    return named == null ? byKind.getOrDefault(kind, List.of()) : List.of(named);
  }

  /** The gateway; absent when the partner is not configured any more. */
  @Nullable ActorRef<Gateway.Message> gateway(String name) {
    return gateways.get(name);
  }

  @Nullable PartnerSettings settings(String name) {
    return settings.get(name);
  }

  /**
   * Supervises the gateways: each restarts by itself within its bound; one that goes past it fails
   * this supervisor, and so the node.
   *
   * @param pacers keep to the rate limits
   */
  static Behavior<Void> supervisor(
      Map<String, PartnerSettings> settings,
      Map<String, Partner> adapters,
      Surroundings surroundings,
      Function<PartnerSettings, Pacer> pacers,
      java.util.function.Consumer<Partners> ready) {
    return Behaviors.setup(
        context -> {
          var branch = surroundings.supervision().root().child("partners", "supervisor");
          Map<String, ActorRef<Gateway.Message>> gateways = new HashMap<>();
          settings.forEach(
              (name, partner) ->
                  gateways.put(
                      name,
                      gateway(
                          context,
                          partner,
                          adapters,
                          branch.child(name, "gateway"),
                          pacers.apply(partner),
                          surroundings)));
          ready.accept(new Partners(gateways, settings));
          return Behaviors.receive(Void.class)
              .onSignal(ChildFailed.class, failed -> fail(failed))
              .build();
        });
  }

  private static ActorRef<Gateway.Message> gateway(
      ActorContext<Void> context,
      PartnerSettings partner,
      Map<String, Partner> adapters,
      dev.crossdock.ops.Supervision.Branch branch,
      Pacer pacer,
      Surroundings surroundings) {
    String name = partner.name();
    Partner adapter = java.util.Objects.requireNonNull(adapters.get(name));
    Admission admission = new Admission(name, partner, surroundings.clock(), pacer);
    Traffic traffic = new Traffic(partner, admission, surroundings.board(), surroundings.meters());
    traffic.show(QueueStatus.EMPTY, surroundings.clock().instant());
    Behavior<Gateway.Message> gateway =
        Gateway.create(name, adapter, admission, traffic, surroundings);
    var bounded =
        SupervisorStrategy.restart()
            .withLimit(surroundings.limits().gatewayRestartsMax(), java.time.Duration.ofMinutes(1));
    ActorRef<Gateway.Message> ref =
        context.spawn(Recorder.supervised(Gateway.Message.class, branch, gateway, bounded), name);
    context.watch(ref);
    return ref;
  }

  private static Behavior<Void> fail(ChildFailed failed) {
    throw new IllegalStateException(
        "gateway " + failed.getRef().path().name() + " is past mending", failed.getCause());
  }
}
