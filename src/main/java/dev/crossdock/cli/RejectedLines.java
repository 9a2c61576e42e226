package dev.crossdock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file of lines that were refused, each with its problem; there is none when none was. */
final class RejectedLines implements AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final Path file;
  private @Nullable BufferedWriter out;

  /** Forgets what was refused at an earlier run. */
  RejectedLines(Path file) throws IOException {
    this.file = file;
    Files.deleteIfExists(file);
  }

  Path file() {
    return file;
  }

  void add(ImportAnswer answer) throws IOException {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("line", answer.line().number());
    line.put("status", answer.status());
    line.set("problem", answer.answer().path("problem"));
    line.set("input", input(answer.line().json()));
    BufferedWriter writer = out == null ? Files.newBufferedWriter(file) : out;
    out = writer;
    writer.write(line + "\n");
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }

  private JsonNode input(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
