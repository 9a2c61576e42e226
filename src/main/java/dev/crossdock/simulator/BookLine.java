package dev.crossdock.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that the book learns, all of it or nothing: a line of the state file. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BookLine.Arrived.class, name = "arrived"),
  @JsonSubTypes.Type(value = BookLine.Changed.class, name = "changed"),
  @JsonSubTypes.Type(value = BookLine.Settled.class, name = "settled")
})
sealed interface BookLine {

  /** A changing call with this key came in, whatever became of it. */
  record Arrived(Keyed keyed) implements BookLine {}

  /** Entries as they are from now on, what the call was answered, and what is to be told. */
  record Changed(List<Entry> entries, @Nullable Answered answered, List<Outgoing> outgoing)
      implements BookLine {}

  /** A callback was taken or given up. */
  record Settled(String messageId) implements BookLine {}
}
