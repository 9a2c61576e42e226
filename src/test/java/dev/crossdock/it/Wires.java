package dev.crossdock.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts addresses of this machine off from each other: whatever one sends the other is lost, and
 * nobody is told, until it is mended. Needs a network of its own, which {@code scripts/faults.sh}
 * gives it: the rules would hold for all of the machine.
 */
final class Wires {
  private static final String OWN = "CROSSDOCK_WIRES";

  private final List<List<String>> cuts = new ArrayList<>();

  /**
   * Loses what goes from one to the other, and back.
   *
   * @throws IllegalStateException when the network is everybody's
   */
  void cut(String one, String other) {
    if (!"own".equals(System.getenv(OWN))) {
      throw new IllegalStateException(
          "needs a network of its own; scripts/faults.sh has it, where unshare --net is allowed");
    }
    lose(one, other);
    lose(other, one);
  }

  private void lose(String from, String to) {
    List<String> rule = List.of("pref", "10", "from", from, "to", to, "blackhole");
    run("add", rule);
    cuts.add(rule);
  }

  void mend() {
    cuts.forEach(rule -> run("del", rule));
    cuts.clear();
  }

  private static void run(String what, List<String> rule) {
    List<String> command = new ArrayList<>(List.of("ip", "rule", what));
    command.addAll(rule);
    try {
      if (new ProcessBuilder(command).start().waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
