package dev.crossdock.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The book's lines in a file, one JSON object a line. Appending does not sync: a line outlives the
 * death of the process, not that of the machine. A last line that was cut short is dropped.
 */
final class BookFile {

  private final @Nullable Path path;
  private @Nullable FileChannel channel;

  /** With no path it keeps nothing. */
  BookFile(@Nullable Path path) {
    this.path = path;
  }

  /** Reads what is there and opens the file for more. */
  void replay(Consumer<BookLine> reader) {
    if (path == null) {
      return;
    }
    try {
      Path parent = path.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(read(path, reader));
      channel.position(channel.size());
    } catch (IOException e) {
      throw new UncheckedIOException("state file " + path, e);
    }
  }

  /** Gives how many bytes were whole lines. */
  private static long read(Path path, Consumer<BookLine> reader) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    int begin = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        reader.accept(parse(new String(bytes, begin, i - begin, StandardCharsets.UTF_8)));
        begin = i + 1;
      }
    }
    return begin;
  }

  private static BookLine parse(String line) throws JsonProcessingException {
    return Json.MAPPER.readValue(line, BookLine.class);
  }

  void append(BookLine line) {
    FileChannel open = channel;
    if (open == null) {
      return;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap((write(line) + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        open.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("state file " + path, e);
    }
  }

  private static String write(BookLine line) throws JsonProcessingException {
    return Json.MAPPER.writerFor(BookLine.class).writeValueAsString(line);
  }

  void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("state file " + path, e);
    }
  }
}
