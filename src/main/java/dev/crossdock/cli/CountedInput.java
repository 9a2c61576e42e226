package dev.crossdock.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that were read. One thread reads, another may look. */
final class CountedInput extends FilterInputStream {
  private final AtomicLong count = new AtomicLong();

  CountedInput(InputStream in) {
    super(in);
  }

  long count() {
    return count.get();
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count.addAndGet(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int some = super.read(bytes, from, length);
    count.addAndGet(Math.max(0, some));
    return some;
  }
}
