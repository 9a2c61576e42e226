package dev.crossdock.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of an exported journal, and the number of the last one that was read. */
final class CountedLines {
  private static final int BYTES_MAX = 8 * 1024 * 1024;

  private final InputStream in;
  private long number;

  CountedLines(InputStream in) {
    this.in = in;
  }

  /** Of the last line that was read; 1 and up. */
  long number() {
    return number;
  }

  /**
   * The next.
   *
   * @throws BadLine when it is none, or there is none
   */
  ImportedLine next() throws IOException {
    number++;
    byte[] line = line();
    if (line.length == 0) {
      throw new BadLine(number, "it is empty, or the file ends here: it is not whole");
    }
    try {
      return LineParser.parse(line);
    } catch (IllegalArgumentException e) {
      throw new BadLine(number, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * That nothing comes any more.
   *
   * @throws BadLine when something does
   */
  void mustEnd() throws IOException {
    if (in.read() >= 0) {
      throw new BadLine(number + 1, "something is behind the end");
    }
  }

  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
      line.write(one);
      if (line.size() > BYTES_MAX) {
        throw new BadLine(number, "it is longer than " + BYTES_MAX + " bytes");
      }
    }
    return line.toByteArray();
  }
}
