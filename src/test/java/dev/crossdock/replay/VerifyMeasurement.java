package dev.crossdock.replay;

import dev.crossdock.journal.Vendor;
import dev.crossdock.view.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * How fast a journal is proven, against how fast its rows are read. Run by hand: the number of
 * orders, each with one shipment.
 */
final class VerifyMeasurement {
  private static final int ROUNDS = 3;
  private static final int AT_ONCE = 500;

  private VerifyMeasurement() {}

  public static void main(String[] arguments) throws Exception {
    int orders = Integer.parseInt(arguments[0]);
    for (Vendor vendor : Vendor.values()) {
      Path directory = Files.createTempDirectory("verify");
      SomeJournal journal = SomeJournal.empty(vendor, directory);
      for (int i = 0; i < orders; i += AT_ONCE) {
        journal.with(
            IntStream.range(i, i + AT_ONCE)
                .mapToObj(n -> Story.told(Story.id(n)).delivered())
                .toArray(Story[]::new));
      }
      int threads = Runtime.getRuntime().availableProcessors();
      Verifier verifier = new Verifier(journal.archive(), threads);
      for (int round = 1; round <= ROUNDS; round++) {
        Report report = verifier.verify(more -> {}).toCompletableFuture().get();
        Duration plain = verifier.readPlainly().toCompletableFuture().get();
        System.out.printf(
            "%s round %d: %d events, sound %s, %.0f events/s verified, %.0f read plainly, %.2f%n",
            vendor,
            round,
            report.events(),
            report.isSound(),
            report.eventsPerSecond(),
            report.events() * 1e9 / plain.toNanos(),
            (double) plain.toNanos() / report.took().toNanos());
      }
    }
    System.exit(0);
  }
}
