package dev.crossdock.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.claim.Callback;
import dev.crossdock.flow.Flows;
import dev.crossdock.journal.Migrations;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Roster;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.Recorded;
import dev.crossdock.partner.Partner;
import dev.crossdock.personal.PersonalKeys;
import dev.crossdock.settings.Settings;
import dev.crossdock.view.ReadSide;
import dev.crossdock.view.ReadSideParts;
import dev.crossdock.view.ReadStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;
import org.apache.pekko.stream.javadsl.Sink;

/** A whole node over an H2 file, its partners played by the test. */
record NodeBench(Node node, ReadSide readSide, PersonalKeys keys) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static NodeBench start(Path dir, Partner partner) {
    return start(dir, partner, List.of());
  }

  /** With these master keys; of the same ones every node can read what the other has sealed. */
  static NodeBench start(Path dir, Partner partner, List<String> masters) {
    Settings settings =
        Sample.settings(
            Map.of(
                "crossdock.journal.url",
                "jdbc:h2:file:" + dir.resolve("journal"),
                "crossdock.journal.personal.masters",
                masters,
                "crossdock.runtime.shards",
                4,
                "pekko.loglevel",
                "ERROR",
                "pekko.log-dead-letters-during-shutdown",
                "off"));
    var journal = settings.journal();
    Migrations.migrate(journal.url(), journal.user(), journal.password().value());
    Map<String, Partner> adapters = new TreeMap<>();
    settings.partners().keySet().forEach(name -> adapters.put(name, partner));
    Flows flows = new Flows(List.of(Sample.flow()), List.of());
    PersonalKeys keys = PersonalKeys.open(journal, Clock.systemUTC());
    ReadSide readSide = readSide(settings, keys.keys());
    return new NodeBench(
        answered(
            Node.start(
                settings,
                flows,
                keys.keys(),
                adapters,
                readSide,
                new Roster(
                    Vendor.dataSource(journal.url(), journal.user(), journal.password().value()),
                    8),
                () -> false,
                new SimpleMeterRegistry(),
                Clock.systemUTC())),
        readSide,
        keys);
  }

  static ReadSide readSide(Settings settings) {
    return readSide(settings, OrderKeys.NONE);
  }

  private static ReadSide readSide(Settings settings, OrderKeys keys) {
    return new ReadSide(
        new ReadSideParts(
            ReadStore.open(settings.journal(), settings.readSide().poolSize()),
            new Flows(List.of(Sample.flow()), List.of()),
            keys,
            settings.readSide(),
            kind -> kind.label(),
            List.of(),
            new SimpleMeterRegistry(),
            Clock.systemUTC()));
  }

  void place() {
    assertThat(answered(node.orders().place(Sample.place())))
        .isInstanceOfSatisfying(OrderReply.Now.class, now -> assertThat(now.changed()).isTrue());
  }

  void take(Callback callback) {
    assertThat(answered(node.callbacks().take(callback))).isNotNull();
  }

  List<Recorded> events() {
    return answered(node.orders().events(Sample.ID, 0, 1000));
  }

  CompletionStageDone follow(long after, Queue<Recorded> into) {
    CompletionStage<Done> end =
        JavaFlowSupport.Source.fromPublisher(node.orders().follow(Sample.ID, after))
            .runWith(Sink.foreach(into::add), node.system());
    return new CompletionStageDone(end);
  }

  /** The end of a stream. */
  record CompletionStageDone(CompletionStage<Done> end) {
    boolean isDone() {
      return end.toCompletableFuture().isDone();
    }
  }

  private static <T> T answered(CompletionStage<T> stage) {
    return stage.toCompletableFuture().copy().orTimeout(PATIENCE.toSeconds(), SECONDS).join();
  }

  @Override
  public void close() {
    node.system().terminate();
    await()
        .atMost(PATIENCE)
        .until(() -> node.system().getWhenTerminated().toCompletableFuture().isDone());
    readSide.store().close();
    keys.close();
  }
}
