package dev.crossdock.simulator;

import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.javadsl.Tcp;

/**
 * Pretend partners of all eight kinds on one port, each below its name: {@code
 * http://host:port/payment} is the base URL of the payment partner.
 */
public final class Simulator {

  private final Tcp.ServerBinding binding;
  private final Works works;
  private final Listener listener;
  private final Runnable whenStopped;

  private Simulator(
      Tcp.ServerBinding binding, Works works, Listener listener, Runnable whenStopped) {
    this.binding = binding;
    this.works = works;
    this.listener = listener;
    this.whenStopped = whenStopped;
  }

  /**
   * Starts in an actor system that goes on when the simulator stops. Reads the state file, if any,
   * before it takes calls. Fails when the port is taken or the state file cannot be read.
   */
  public static CompletionStage<Simulator> start(
      ActorSystem<?> system, SimulatorSettings settings, Clock clock) {
    return start(system, settings, clock, () -> {});
  }

  /** Starts in an actor system of its own, named "simulator", that ends when it stops. */
  public static CompletionStage<Simulator> startAlone(SimulatorSettings settings, Clock clock) {
    var config =
        ConfigFactory.parseString("pekko.actor.provider = local")
            .withFallback(ConfigFactory.load());
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "simulator", config);
    return CompletableFuture.completedFuture(system)
        .thenCompose(own -> start(own, settings, clock, own::terminate))
        .whenComplete(
            (simulator, failure) -> {
              if (failure != null) {
                system.terminate();
              }
            });
  }

  private static CompletionStage<Simulator> start(
      ActorSystem<?> system, SimulatorSettings settings, Clock clock, Runnable whenStopped) {
    Works works = Works.of(system, settings, clock);
    Listener listener = new Listener(system, works.front()::handle);
    return listener
        .bind(settings)
        .whenComplete(
            (binding, failure) -> {
              if (failure != null) {
                works.book().close();
              }
            })
        .thenApply(
            binding -> {
              works.begin();
              return new Simulator(binding, works, listener, whenStopped);
            });
  }

  /** The port it listens on. */
  public int port() {
    return binding.localAddress().getPort();
  }

  /** The base URL of a partner, by its name. */
  public String baseUrl(String partner) {
    return "http://" + binding.localAddress().getHostString() + ":" + port() + "/" + partner;
  }

  /** All effects so far. */
  public Ledger ledger() {
    return works.book().ledger();
  }

  /** Switches these faults on and all others off; throws when one can never hold. */
  public void setFaults(List<FaultRule> rules) {
    works.faults().set(rules);
  }

  /** From now on sends callbacks there; needs a callback secret in the settings. */
  public void sendCallbacksTo(String baseUrl) {
    works.courier().sendTo(baseUrl);
  }

  /** Takes no more calls, cuts those that are open; nothing changes any more. */
  public CompletionStage<Done> stop() {
    return binding
        .unbind()
        .thenApply(
            unbound -> {
              listener.close();
              works.book().close();
              whenStopped.run();
              return Done.done();
            });
  }
}
