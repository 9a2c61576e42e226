package dev.crossdock.api.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.crossdock.api.problem.Fault;
import dev.crossdock.api.problem.FaultCode;
import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads bytes as JSON and takes nothing that is not: neither a second value nor a member twice, nor
 * bytes that are no UTF-8, nor more than 32 levels.
 */
public final class StrictJson {
  private static final int NESTING_MAX = 32;
  private static final int NUMBER_LENGTH_MAX = 100;
  private static final int NAME_LENGTH_MAX = 1000;
  private static final int DETAIL_LENGTH_MAX = 200;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(NESTING_MAX)
                          .maxNumberLength(NUMBER_LENGTH_MAX)
                          .maxNameLength(NAME_LENGTH_MAX)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  private StrictJson() {}

  /**
   * The value that the bytes are.
   *
   * @throws dev.crossdock.api.problem.ProblemException when they are not one
   */
  public static JsonNode parse(byte[] body) {
    String text = text(body);
    if (text.isBlank()) {
      throw malformed("", "the body is empty");
    }
    try {
      return READER.readValue(text);
    } catch (StreamConstraintsException e) {
      throw malformed("", "nested deeper than 32, or a name or number too long");
    } catch (JsonProcessingException e) {
      throw malformed(pointer(e), detail(e));
    }
  }

  /**
   * The text that the bytes are in UTF-8.
   *
   * @throws dev.crossdock.api.problem.ProblemException when they are not
   */
  public static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed("", "the body is not UTF-8");
    }
  }

  private static String pointer(JsonProcessingException e) {
    return e.getProcessor() instanceof JsonParser parser
        ? parser.getParsingContext().pathAsPointer().toString()
        : "";
  }

  private static String detail(JsonProcessingException e) {
    String what =
        switch (e) {
          case JsonEOFException eof -> "the body ends in the middle of a value";
          case MismatchedInputException more -> "there is more behind the value";
          default -> e.getOriginalMessage(); // the parser says plainly what was expected
        };
    String all = where(e) + what;
    return all.substring(0, Math.min(all.length(), DETAIL_LENGTH_MAX));
  }

  private static String where(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }

  private static ProblemException malformed(String pointer, String detail) {
    return Problem.of(List.of(new Fault(pointer, FaultCode.SYNTAX, detail))).asException();
  }
}
