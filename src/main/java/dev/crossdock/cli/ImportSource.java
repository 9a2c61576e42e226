package dev.crossdock.cli;

import java.io.IOException;
import java.util.Optional;

/** A file of orders, read as they are asked for: no more than one is in memory. */
interface ImportSource extends AutoCloseable {

  /**
   * The next order; empty behind the last.
   *
   * @throws IOException when the file cannot be read, or nothing can be made of it
   */
  Optional<ImportLine> next() throws IOException;

  @Override
  void close() throws IOException;
}
