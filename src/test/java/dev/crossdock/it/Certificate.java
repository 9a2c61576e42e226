package dev.crossdock.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** One certificate that all nodes of a test show each other, made by the JDK's own tool. */
final class Certificate {
  private static final String PASSWORD = "changeit";

  private Certificate() {}

  /** Makes it in that folder; gives what a configuration says of it. */
  static String section(Path folder) {
    try {
      KeyStore store = store(folder.resolve("nodes.p12"));
      Path key = folder.resolve("nodes.key");
      Path certificate = folder.resolve("nodes.crt");
      byte[] secret = store.getKey("nodes", PASSWORD.toCharArray()).getEncoded();
      Files.writeString(key, pem("PRIVATE KEY", secret));
      Files.writeString(
          certificate, pem("CERTIFICATE", store.getCertificate("nodes").getEncoded()));
      return "crossdock.cluster.tls { key = \"%s\", certificate = \"%s\", authority = \"%s\" }"
          .formatted(key, certificate, certificate);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore store(Path file)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String words =
        "-genkeypair -alias nodes -keyalg RSA -keysize 2048 -dname CN=crossdock -ext"
            + " bc:critical=ca:true -ext san=dns:crossdock -validity 2 -storetype PKCS12 -storepass"
            + " "
            + PASSWORD;
    ProcessBuilder keytool = new ProcessBuilder(words.split(" "));
    keytool.command().addFirst(tool.toString());
    keytool.command().add("-keystore");
    keytool.command().add(file.toString());
    int made = keytool.redirectErrorStream(true).start().waitFor();
    if (made != 0) {
      throw new IOException("keytool ends with " + made);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static String pem(String what, byte[] content) {
    byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, newLine).encodeToString(content)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
