package dev.crossdock.cli;

import picocli.CommandLine.Option;

/** Which node a command speaks to. */
final class NodeUrl {
  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:8080",
      description = "A running node; ${DEFAULT-VALUE} by default.")
  private String url = "";

  NodeClient client() {
    return new NodeClient(url);
  }
}
