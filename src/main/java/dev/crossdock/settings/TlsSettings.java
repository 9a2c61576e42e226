package dev.crossdock.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files, PEM all of them, by which nodes know each other. A file may change while the node
 * runs.
 *
 * @param key of RSA, not encrypted
 * @param certificate of that key; those of all nodes have a name in common
 * @param authority the certificate of whoever issued the others
 */
public record TlsSettings(Path key, Path certificate, Path authority) {

  /** From three file names; absent when none of them says anything. */
  static @Nullable TlsSettings from(Section tls) {
    Path key = file(tls, "key");
    Path certificate = file(tls, "certificate");
    Path authority = file(tls, "authority");
    tls.done();
    if (key != null && certificate != null && authority != null) {
      return new TlsSettings(key, certificate, authority);
    }
    if (key != null || certificate != null || authority != null) {
      tls.fault("needs key, certificate and authority, all three or none");
    }
    return null;
  }

  private static @Nullable Path file(Section tls, String name) {
    String text = tls.text(name);
    if (text.isEmpty()) {
      return null;
    }
    Path file = Path.of(text).toAbsolutePath();
    if (!Files.isReadable(file)) {
      tls.fault(name, "\"" + text + "\" cannot be read");
    }
    return file;
  }
}
