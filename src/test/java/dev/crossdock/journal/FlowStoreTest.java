package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Flows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every version of a flow that was ever used stays known, as it was. */
class FlowStoreTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void knowsOlderVersionsBesideTheNewOne(Vendor vendor) throws SQLException {
    FlowStore store = store(vendor);
    store.register(List.of(Samples.parcel(1)));
    Flows flows = store.register(List.of(Samples.parcel(2)));
    assertThat(flows.named("parcel")).contains(Samples.parcel(2));
    assertThat(flows.version("parcel", 1)).contains(Samples.parcel(1));
  }

  @ParameterizedTest
  @EnumSource
  void findsVersionsThatAnotherNodeStoresLater(Vendor vendor) throws SQLException {
    FlowStore store = store(vendor);
    Flows flows = store.register(List.of(Samples.parcel(1)));
    assertThat(flows.version("parcel", 2)).isEmpty();
    store.register(List.of(Samples.parcel(2)));
    assertThat(flows.version("parcel", 2)).contains(Samples.parcel(2));
    assertThat(flows.named("parcel")).contains(Samples.parcel(1));
  }

  @ParameterizedTest
  @EnumSource
  void takesTheSameVersionAgain(Vendor vendor) throws SQLException {
    FlowStore store = store(vendor);
    store.register(List.of(Samples.parcel(1)));
    assertThat(store.register(List.of(Samples.parcel(1))).named("parcel"))
        .contains(Samples.parcel(1));
  }

  @ParameterizedTest
  @EnumSource
  void refusesOtherStepsUnderAStoredVersion(Vendor vendor) throws SQLException {
    FlowStore store = store(vendor);
    Flow first = Samples.parcel(1);
    store.register(List.of(first));
    Flow other = new Flow("parcel", 1, first.steps(), first.milestones(), Duration.ofDays(15));
    assertThatThrownBy(() -> store.register(List.of(other)))
        .isInstanceOf(JournalException.class)
        .hasMessage("flow parcel: version 1 is already stored with other steps; raise its version");
  }

  @ParameterizedTest
  @EnumSource
  void saysThatAStoredFlowIsUnreadable(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    database.run("INSERT INTO flow_definition VALUES ('parcel', 1, '{}')");
    FlowStore store = new FlowStore(database.source());
    assertThatThrownBy(() -> store.register(List.of()))
        .isInstanceOf(JournalException.class)
        .hasMessageStartingWith("a stored flow is unreadable: ");
  }

  private FlowStore store(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    return new FlowStore(database.source());
  }
}
