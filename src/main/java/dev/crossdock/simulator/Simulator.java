package dev.crossdock.simulator;

import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;

/**
 * Pretend partners of all eight kinds on one port, each below its name: {@code
 * http://host:port/payment} is the base URL of the payment partner.
 */
public final class Simulator {

  private static final Duration LET_CALLS_END = Duration.ofSeconds(2);

  private final ServerBinding binding;
  private final Book book;
  private final Faults faults;
  private final Courier courier;
  private final Runnable whenStopped;

  private Simulator(
      ServerBinding binding, Book book, Faults faults, Courier courier, Runnable whenStopped) {
    this.binding = binding;
    this.book = book;
    this.faults = faults;
    this.courier = courier;
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
    return start(system, settings, clock, system::terminate)
        .whenComplete(
            (simulator, failure) -> {
              if (failure != null) {
                system.terminate();
              }
            });
  }

  private static CompletionStage<Simulator> start(
      ActorSystem<?> system, SimulatorSettings settings, Clock clock, Runnable whenStopped) {
    Book book = new Book(new BookFile(settings.stateFile()), clock);
    Directory directory = new Directory(settings.pace());
    Faults faults = new Faults(directory, settings.seed());
    faults.set(settings.faults());
    Courier courier = new Courier(system, book, settings, clock);
    Timelines timelines = new Timelines(system, book, directory.desks(), clock);
    Front front =
        new Front(
            system,
            directory,
            new Teller(book, settings.pace(), clock),
            new Trouble(system, faults, settings.latency(), settings.seed()),
            new Control(book, faults, courier));
    return Http.get(system)
        .newServerAt(settings.host(), settings.port())
        .withSettings(ServerTuning.server(system))
        .bindFlow(front.connection())
        .thenApply(
            binding -> {
              book.watch(
                  changed -> {
                    changed.entries().forEach(timelines::follow);
                    changed.outgoing().forEach(courier::send);
                  });
              return new Simulator(binding, book, faults, courier, whenStopped);
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
    return book.ledger();
  }

  /** Switches these faults on and all others off; throws when one can never hold. */
  public void setFaults(List<FaultRule> rules) {
    faults.set(rules);
  }

  /** From now on sends callbacks there; needs a callback secret in the settings. */
  public void sendCallbacksTo(String baseUrl) {
    courier.sendTo(baseUrl);
  }

  /** Lets open calls end for 2 s, then nothing changes any more. */
  public CompletionStage<Done> stop() {
    return binding
        .terminate(LET_CALLS_END)
        .thenApply(
            terminated -> {
              book.close();
              whenStopped.run();
              return Done.done();
            });
  }
}
