package dev.crossdock.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.crossdock.flow.Flows;
import dev.crossdock.journal.JournalMapper;
import dev.crossdock.order.OrderReply;
import dev.crossdock.shipment.ShipmentReply;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.apache.pekko.serialization.jackson.PekkoTypedJacksonModule;

/**
 * What entities and the edge say to each other from node to node: CBOR under a name of its own.
 * Nothing of it is stored.
 */
final class WireSerializer extends SerializerWithStringManifest {
  private static final int IDENTIFIER = 4110;

  private static final Map<String, Class<?>> BY_NAME =
      Map.ofEntries(
          Map.entry("order-place", OrderMessage.Place.class),
          Map.entry("order-cancel", OrderMessage.Cancel.class),
          Map.entry("order-find", OrderMessage.Find.class),
          Map.entry("order-follow", OrderMessage.Follow.class),
          Map.entry("order-shipment-tells", OrderMessage.ShipmentTells.class),
          Map.entry("order-directive-taken", OrderMessage.DirectiveTaken.class),
          Map.entry("order-subject-owned", OrderMessage.SubjectOwned.class),
          Map.entry("order-called", OrderMessage.Called.class),
          Map.entry("order-wake", OrderMessage.Wake.class),
          Map.entry("shipment-direct", ShipmentMessage.Direct.class),
          Map.entry("shipment-find", ShipmentMessage.Find.class),
          Map.entry("shipment-summary-taken", ShipmentMessage.SummaryTaken.class),
          Map.entry("shipment-subject-owned", ShipmentMessage.SubjectOwned.class),
          Map.entry("shipment-called", ShipmentMessage.Called.class),
          Map.entry("shipment-wake", ShipmentMessage.Wake.class),
          Map.entry("claim-stake", ClaimMessage.Stake.class),
          Map.entry("claim-deliver", ClaimMessage.Deliver.class),
          Map.entry("progress", FollowerMessage.Progress.class),
          Map.entry("standing", FollowerMessage.Standing.class),
          Map.entry("awake", FollowerMessage.Awake.class),
          Map.entry("rate-lease", RateMessage.Lease.class),
          Map.entry("rate-granted", RateMessage.Granted.class),
          Map.entry("handed", Handed.class),
          Map.entry("order-now", OrderReply.Now.class),
          Map.entry("order-no", OrderReply.No.class),
          Map.entry("shipment-now", ShipmentReply.Now.class),
          Map.entry("shipment-no", ShipmentReply.No.class));

  private static final Map<Class<?>, String> BY_CLASS =
      BY_NAME.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private final ObjectMapper mapper;

  WireSerializer(Supplier<Flows> flows) {
    this.mapper =
        JournalMapper.configure(
            new ObjectMapper(new CBORFactory()).registerModule(new PekkoTypedJacksonModule()),
            flows);
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object message) {
    String name = BY_CLASS.get(message.getClass());
    if (name == null) {
      throw new IllegalArgumentException(message.getClass() + " has no name on the wire");
    }
    return name;
  }

  @Override
  public byte[] toBinary(Object message) {
    try {
      return mapper.writeValueAsBytes(message);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send " + message.getClass(), e);
    }
  }

  @Override
  public Object fromBinary(byte[] bytes, String name) throws NotSerializableException {
    Class<?> type = BY_NAME.get(name);
    if (type == null) {
      throw new NotSerializableException(name);
    }
    try {
      return mapper.readValue(bytes, type);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
