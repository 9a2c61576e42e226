package dev.crossdock.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several nodes on this machine, and where it is.
 *
 * @param number 1 and up
 */
record LocalNode(int number, String host, int httpPort, int clusterPort) {

  /**
   * Each has a loopback address of its own, as they would on machines of their own; where the
   * system has but one, ports count up instead.
   *
   * @param httpPort 0 for any that is free; so is clusterPort
   */
  static List<LocalNode> plan(int nodes, int httpPort, int clusterPort) {
    boolean manyAddresses = canListen("127.0.0." + nodes);
    return IntStream.rangeClosed(1, nodes)
        .mapToObj(
            number -> {
              String host = manyAddresses ? "127.0.0." + number : "127.0.0.1";
              int step = manyAddresses ? 0 : number - 1;
              return new LocalNode(
                  number, host, port(host, httpPort, step), port(host, clusterPort, step));
            })
        .toList();
  }

  String name() {
    return "node-" + number;
  }

  String url() {
    return "http://" + host + ":" + httpPort;
  }

  String seed() {
    return host + ":" + clusterPort;
  }

  private static boolean canListen(String host) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static int port(String host, int wanted, int step) {
    if (wanted != 0) {
      return wanted + step;
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(host + " has no free port", e);
    }
  }
}
