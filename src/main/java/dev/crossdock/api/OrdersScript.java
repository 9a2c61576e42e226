package dev.crossdock.api;

import dev.crossdock.api.stream.Frames;
import dev.crossdock.api.stream.Script;
import dev.crossdock.api.stream.Versions;
import dev.crossdock.api.write.EventJson;
import dev.crossdock.order.News;
import dev.crossdock.order.Recorded;
import java.util.Optional;
import org.apache.pekko.util.ByteString;

/** A stream of several orders: the id of an event is how far it has come with all of them. */
final class OrdersScript implements Script<News> {
  private final EventJson json;
  private final Outlook outlook;
  private final Versions versions;

  /**
   * A stream that begins.
   *
   * @param versions where; changed as it goes on
   */
  OrdersScript(EventJson json, Outlook outlook, Versions versions) {
    this.json = json;
    this.outlook = outlook;
    this.versions = versions;
  }

  @Override
  public ByteString told(News news) {
    return switch (news) {
      case News.Happened(Recorded recorded) -> {
        versions.put(recorded.after().id(), recorded.version());
        yield Frames.event(
            versions.word(), json.type(recorded), json.streamed(recorded, outlook.told(recorded)));
      }
      case News.Resync resync -> {
        resync.at().forEach(versions::put);
        resync.at().keySet().forEach(outlook::unknown);
        yield Frames.event(versions.word(), "resync", json.resync(resync.at()));
      }
    };
  }

  @Override
  public Optional<ByteString> meanwhile() {
    return outlook.changed();
  }
}
