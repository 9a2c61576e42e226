package dev.crossdock.partner.http;

import java.net.URI;
import java.util.Locale;

/**
 * Where a partner is.
 *
 * @param authority what the header Host says: the port only when it is not the scheme's own
 * @param host a name or an address, IPv6 without brackets
 * @param prefix what stands before {@code /v1}: empty, or from a slash on and without one at its
 *     end
 */
record BaseUrl(boolean tls, String authority, String host, int port, String prefix) {

  /**
   * @throws IllegalArgumentException when it is not an http or https URL with a host, or has a
   *     user, a query or a fragment
   */
  static BaseUrl of(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    String authority = url.getRawAuthority();
    if (!(scheme.equals("http") || scheme.equals("https")) || authority == null) {
      throw new IllegalArgumentException(url + " is no http or https URL with a host");
    }
    if (authority.contains("@") || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(url + " has a user, a query or a fragment");
    }
    boolean tls = scheme.equals("https");
    String prefix = url.getRawPath().replaceFirst("/+$", "");
    return withAuthority(tls, authority, prefix);
  }

  /** Not by {@link URI#getHost()}, which knows no host with an underscore. */
  private static BaseUrl withAuthority(boolean tls, String authority, String prefix) {
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String host = hasPort ? authority.substring(0, colon) : authority;
    String digits = hasPort ? authority.substring(colon + 1) : "";
    int own = tls ? 443 : 80;
    int port = digits.isEmpty() ? own : Integer.parseInt(digits);
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new BaseUrl(tls, port == own ? host : host + ":" + port, bare, port, prefix);
  }
}
