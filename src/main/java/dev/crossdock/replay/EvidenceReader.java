package dev.crossdock.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.crossdock.journal.EventHash;
import dev.crossdock.trade.OrderId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads evidence from the journal's table. */
final class EvidenceReader {
  private static final JsonFactory JSON = new JsonFactory();

  /** Members of events that hold what partners have said, by answer or by callback. */
  private static final Set<String> SAID = Set.of("answer", "scans");

  /** Member of an event that is sealed in part: the event, with REDACTED for what is personal. */
  private static final String SEALED = "event";

  private EvidenceReader() {}

  /** All there is of the order; empty when there is none. */
  static Optional<Evidence> read(Connection connection, OrderId id) throws SQLException {
    Columns columns = Columns.of(connection);
    Map<String, List<StoredEvent>> entities = new LinkedHashMap<>();
    for (StoredEvent event : new OrderRows(columns).of(connection, id)) {
      entities.computeIfAbsent(event.id(), any -> new ArrayList<>()).add(event);
    }
    List<Evidence.Chain> chains =
        entities.entrySet().stream()
            .map(each -> chain(each.getKey(), each.getValue(), columns))
            .toList();
    return chains.isEmpty() ? Optional.empty() : Optional.of(new Evidence(id, chains));
  }

  private static Evidence.Chain chain(String id, List<StoredEvent> events, Columns columns) {
    ChainCheck check = new ChainCheck(columns.hasHashes() ? columns.unchainedTo() : Long.MAX_VALUE);
    List<Link> links =
        events.stream()
            .sorted(Comparator.comparingLong(StoredEvent::sequenceNumber))
            .map(event -> link(event, check.take(event).orElse(null)))
            .toList();
    return new Evidence.Chain(id.substring(id.indexOf(':') + 1), id, links);
  }

  private static Link link(StoredEvent event, @Nullable String fault) {
    return new Link(
        event.sequenceNumber(),
        event.writtenAt(),
        event.serializer(),
        event.payload(),
        event.hash(),
        fault,
        said(event.payload()));
  }

  /** What is damaged says nothing. */
  private static Link.@Nullable Said said(byte[] stored) {
    try (JsonParser json = JSON.createParser(stored)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        byte[] value = LineParser.slice(json, stored);
        if (SAID.contains(name)) {
          return new Link.Said(name, EventHash.of(value));
        }
        if (name.equals(SEALED) && value.length > 0 && value[0] == '{') {
          return said(value);
        }
      }
      return null;
    } catch (IOException damaged) {
      return null;
    }
  }
}
