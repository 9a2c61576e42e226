package dev.crossdock.partner.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A partner at the level of the socket, for what no well-kept server would do. */
final class RawPartner implements AutoCloseable {
  private final ServerSocket server;
  private final Script script;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final AtomicInteger connections = new AtomicInteger();
  final AtomicInteger requests = new AtomicInteger();
  final AtomicInteger hangups = new AtomicInteger();

  /** What to do with a request, by its number from 1; the connection is read on unless closed. */
  @FunctionalInterface
  interface Script {
    void answer(int request, Wire wire) throws IOException;
  }

  /** One connection of the adapter. */
  record Wire(Socket socket, InputStream in) {
    void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    void answer(String json) throws IOException {
      send("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(json.length(), json));
    }

    void close() throws IOException {
      socket.close();
    }

    /** Whether the adapter hung up within so many milliseconds. */
    boolean hungUpWithin(int millis) throws IOException {
      socket.setSoTimeout(millis);
      try {
        return in.read() < 0;
      } catch (SocketTimeoutException e) {
        return false;
      }
    }
  }

  private RawPartner(ServerSocket server, Script script) {
    this.server = server;
    this.script = script;
  }

  static RawPartner start(Script script) throws IOException {
    ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    RawPartner partner = new RawPartner(server, script);
    partner.threads.execute(partner::accept);
    return partner;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Wire wire = new Wire(socket, new BufferedInputStream(socket.getInputStream()));
      while (!socket.isClosed() && reads(wire.in())) {
        script.answer(requests.incrementAndGet(), wire);
      }
      if (!socket.isClosed()) {
        hangups.incrementAndGet();
      }
    } catch (IOException cut) {
      hangups.incrementAndGet();
    }
  }

  /** Reads one request; false at the end of the connection. */
  private static boolean reads(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      head.write(next);
    }
    in.skipNBytes(bodyLength(head.toString(US_ASCII)));
    return true;
  }

  private static int bodyLength(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  /** A port at which nobody listens. */
  static URI nowhere() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + free.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
