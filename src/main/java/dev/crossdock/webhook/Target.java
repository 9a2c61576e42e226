package dev.crossdock.webhook;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/**
 * Where a message goes.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param authority what the header Host says
 * @param pathAndQuery from the slash on
 */
record Target(boolean tls, String host, int port, String authority, String pathAndQuery) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /**
   * @throws IllegalArgumentException when it has no host
   */
  static Target of(URI url) {
    String host = url.getHost();
    if (host == null || url.getScheme() == null) {
      throw new IllegalArgumentException("no URL of an endpoint");
    }
    boolean tls = url.getScheme().toLowerCase(Locale.ROOT).equals("https");
    int own = tls ? HTTPS : HTTP;
    int port = url.getPort() < 0 ? own : url.getPort();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new Target(
        tls,
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        port,
        port == own ? host : host + ":" + port,
        url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
  }

  /**
   * A request to just this address, whatever the name stands for by now; the name is what the
   * certificate must be for.
   */
  RequestOptions at(InetAddress address) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
        .setSsl(tls)
        .setHost(host)
        .setPort(port)
        .setURI(pathAndQuery)
        .putHeader("Host", authority);
  }
}
