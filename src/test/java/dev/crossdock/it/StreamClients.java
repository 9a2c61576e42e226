package dev.crossdock.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Thousands of clients of streams on one thread: so they cost little beside what they measure. */
final class StreamClients implements AutoCloseable {
  private static final int BUFFER_BYTES = 256 * 1024;
  private static final long SELECT_MILLIS = 100;
  private static final long LATENCY_MAX_MILLIS = 600_000;
  private static final String AT = "\"occurredAt\":\"";

  final AtomicInteger events = new AtomicInteger();
  final AtomicInteger heartbeats = new AtomicInteger();
  final AtomicInteger ended = new AtomicInteger();
  final ConcurrentHashMap<String, Integer> faults = new ConcurrentHashMap<>();
  final AtomicInteger begun = new AtomicInteger();
  private final InetSocketAddress server;
  private final Clock clock;
  private final Selector selector;
  private final ConcurrentLinkedQueue<Stream> opening = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "stream-clients");
  private volatile Histogram latencies = new ConcurrentHistogram(LATENCY_MAX_MILLIS, 3);
  private volatile boolean closed;

  StreamClients(InetSocketAddress server, Clock clock) {
    this.server = server;
    this.clock = clock;
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.start();
  }

  /** One stream; its versions must come without a hole. */
  private static final class Stream {
    final String order;
    long version;
    boolean begun;

    Stream(String order) {
      this.order = order;
    }
  }

  /** Begins to follow these, one stream each. */
  void follow(List<String> orders) {
    orders.forEach(order -> opening.add(new Stream(order)));
    selector.wakeup();
  }

  /** How long it took from the moment of an event until it was here, in milliseconds, from now. */
  Histogram measured() {
    Histogram before = latencies;
    latencies = new ConcurrentHistogram(LATENCY_MAX_MILLIS, 3);
    return before;
  }

  private void run() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    try (selector) {
      while (!closed) {
        selector.select(key -> ready(key, buffer), SELECT_MILLIS);
        for (Stream next = opening.poll(); next != null; next = opening.poll()) {
          open(next);
        }
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open(Stream stream) throws IOException {
    SocketChannel channel = SocketChannel.open(server);
    String request =
        "GET /v1/orders/%s/events HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n"
            .formatted(stream.order);
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, stream);
  }

  private void ready(SelectionKey key, ByteBuffer buffer) {
    try {
      SocketChannel channel = (SocketChannel) key.channel();
      buffer.clear();
      if (channel.read(buffer) < 0) {
        ended.incrementAndGet();
        channel.close();
      } else {
        buffer.flip();
        read((Stream) key.attachment(), StandardCharsets.UTF_8.decode(buffer).toString());
      }
    } catch (IOException cut) {
      fault("cut");
      key.cancel();
    }
  }

  private void read(Stream stream, String text) {
    if (!stream.begun) {
      stream.begun = true;
      begun.incrementAndGet();
      if (!text.startsWith("HTTP/1.1 200")) {
        fault("answered " + text.lines().findFirst().orElse(""));
      }
    }
    if (text.contains("\n:\n\n")) {
      heartbeats.incrementAndGet();
    }
    for (int at = text.indexOf("\nid:"); at >= 0; at = text.indexOf("\nid:", at + 1)) {
      event(stream, text, at);
    }
  }

  private void event(Stream stream, String text, int at) {
    int end = text.indexOf('\n', at + 1);
    long version = Long.parseLong(text.substring(at + "\nid:".length(), end));
    if (version != stream.version + 1) {
      fault("a hole");
    }
    stream.version = version;
    events.incrementAndGet();
    int when = text.indexOf(AT, end);
    if (when > 0) {
      int from = when + AT.length();
      Instant happened = Instant.parse(text.substring(from, text.indexOf('"', from)));
      long millis = clock.millis() - happened.toEpochMilli();
      latencies.recordValue(Math.clamp(millis, 0, LATENCY_MAX_MILLIS));
    }
  }

  private void fault(String what) {
    faults.merge(what, 1, Integer::sum);
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
