package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.journal.EventHash;
import dev.crossdock.replay.Evidence;
import dev.crossdock.replay.Link;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes evidence, so that others can compute every hash again. */
public final class EvidenceJson {
  private static final HexFormat HEX = HexFormat.of();

  private EvidenceJson() {}

  public static ObjectNode of(Evidence evidence) {
    ObjectNode json =
        Json.object().put("id", evidence.id().value()).put("algorithm", EventHash.ALGORITHM);
    ArrayNode chains = json.putArray("chains");
    evidence.chains().forEach(chain -> chains.add(chain(chain)));
    return json;
  }

  private static ObjectNode chain(Evidence.Chain chain) {
    ObjectNode json =
        Json.object()
            .put("of", chain.of())
            .put("journalId", chain.journalId())
            .put("intact", chain.isIntact());
    byte[] head = chain.links().getLast().hash();
    if (head != null) {
      json.put("head", HEX.formatHex(head));
    }
    ArrayNode events = json.putArray("events");
    chain.links().forEach(link -> events.add(link(link)));
    return json;
  }

  private static ObjectNode link(Link link) {
    ObjectNode json =
        Json.object()
            .put("version", link.version())
            .put("writtenAtMillis", link.writtenAt())
            .put("serializer", link.serializer());
    try {
      json.put("stored", text(link.stored()));
    } catch (CharacterCodingException noText) {
      json.put("storedBase64", link.stored());
    }
    byte[] hash = link.hash();
    if (hash != null) {
      json.put("hash", HEX.formatHex(hash));
    }
    Json.put(json, "fault", link.fault());
    Link.Said said = link.said();
    if (said != null) {
      json.putObject("said")
          .put("member", said.member())
          .put("digest", HEX.formatHex(said.digest()));
    }
    return json;
  }

  /** Strict: what would not come back as the same bytes is no text. */
  private static String text(byte[] stored) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(stored)).toString();
  }
}
