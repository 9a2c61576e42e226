package dev.crossdock.api;

import dev.crossdock.api.stream.Frames;
import dev.crossdock.api.stream.Script;
import dev.crossdock.api.write.EventJson;
import dev.crossdock.order.Recorded;
import java.util.Optional;
import org.apache.pekko.util.ByteString;

/** A stream of one order: the ids of its events are its versions. */
final class OrderScript implements Script<Recorded> {
  private final EventJson json;
  private final Outlook outlook;

  OrderScript(EventJson json, Outlook outlook) {
    this.json = json;
    this.outlook = outlook;
  }

  @Override
  public ByteString told(Recorded recorded) {
    return Frames.event(
        Long.toString(recorded.version()),
        json.type(recorded),
        json.streamed(recorded, outlook.told(recorded)));
  }

  @Override
  public Optional<ByteString> meanwhile() {
    return outlook.changed();
  }
}
