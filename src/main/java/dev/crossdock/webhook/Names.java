package dev.crossdock.webhook;

import io.vertx.core.Future;
import java.net.InetSocketAddress;
import java.util.List;

/** Looks names up. */
@FunctionalInterface
interface Names {

  /** All addresses of the name, or the address that it is itself. */
  Future<List<InetSocketAddress>> addresses(String name);
}
