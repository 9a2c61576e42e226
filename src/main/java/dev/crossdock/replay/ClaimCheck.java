package dev.crossdock.replay;

import dev.crossdock.claim.Claim;
import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.JournalSerializers;
import dev.crossdock.view.Change;
import java.util.Optional;

/** Proves the events of a claim. */
final class ClaimCheck implements EntityCheck {
  /** What the ids of claims begin with. */
  static final String PREFIX = "claim|";

  private final EventCodec<ClaimEvent> codec;
  private final Findings findings;
  private Claim claim = Claim.none();
  private long version;

  ClaimCheck(EventCodec<ClaimEvent> codec, Findings findings) {
    this.codec = codec;
    this.findings = findings;
  }

  @Override
  public void take(StoredEvent event) {
    if (event.sequenceNumber() != version + 1 || event.deleted()) {
      fault(FaultKind.HOLE, event, "events before it are missing, or it is marked as deleted");
    }
    version = event.sequenceNumber();
    if (event.serializer() != JournalSerializers.CLAIMS) {
      fault(FaultKind.FOREIGN, event, "serializer " + event.serializer());
    }
    try {
      claim = claim.after(codec.decode(event.payload()));
    } catch (JournalException unreadable) {
      fault(FaultKind.UNREADABLE, event, String.valueOf(unreadable.getMessage()));
    }
    if (claim.kept().size() > Claim.KEPT_MAX) {
      fault(FaultKind.INVARIANT, event, "it keeps " + claim.kept().size() + " callbacks");
    }
  }

  @Override
  public Object state() {
    return claim;
  }

  @Override
  public Optional<Change> last() {
    return Optional.empty();
  }

  private void fault(FaultKind kind, StoredEvent event, String detail) {
    findings.fault(new Fault(kind, event.id(), event.sequenceNumber(), detail));
  }
}
