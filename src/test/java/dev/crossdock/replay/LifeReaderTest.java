package dev.crossdock.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderState;
import dev.crossdock.trade.OrderId;
import dev.crossdock.view.Codecs;
import dev.crossdock.view.JournalTable;
import dev.crossdock.view.Story;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the journal tells how an order was at every point of its life, and how it came about. */
class LifeReaderTest {
  private static final OrderId ID = Story.id(1);
  private final Story story = Story.told(ID);
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void everyVersionIsShownAsItWas(Vendor vendor) throws SQLException {
    SomeJournal journal = SomeJournal.empty(vendor, directory).with(story, Story.told(Story.id(2)));
    long last = story.version(Story.orderKey(ID));
    for (long version = 1; version <= last; version++) {
      assertThat(asOf(journal, new AsOf.Version(version)))
          .isInstanceOfSatisfying(Then.Was.class, it -> assertThat(order(it).id()).isEqualTo(ID));
    }
    assertThat(asOf(journal, new AsOf.Version(last))).isEqualTo(new Then.Was(story.order(), last));
    assertThat(asOf(journal, new AsOf.Version(last + 1))).isEqualTo(new Then.NotThen(last));
  }

  @Test
  void aTimeIsBehindAllThatHadHappenedByThen() throws SQLException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(story);
    Instant placed = story.order().placed().at();
    assertThat(asOf(journal, new AsOf.Time(placed.minusMillis(1)))).isEqualTo(new Then.NotThen(0));
    assertThat(asOf(journal, new AsOf.Time(placed)))
        .as("the first answer comes at once in this story")
        .isInstanceOfSatisfying(Then.Was.class, it -> assertThat(it.version()).isEqualTo(2));
    assertThat(asOf(journal, new AsOf.Time(Instant.MAX)))
        .isEqualTo(new Then.Was(story.order(), story.version(Story.orderKey(ID))));
  }

  @Test
  void pastAHoleNothingIsGuessed() throws SQLException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(story);
    journal
        .database()
        .run(
            "DELETE FROM \"event_journal\" WHERE \"persistence_id\" = '"
                + Story.orderKey(ID)
                + "' AND \"sequence_number\" = 3");
    assertThat(asOf(journal, new AsOf.Version(2)))
        .isInstanceOfSatisfying(Then.Was.class, it -> assertThat(order(it).id()).isEqualTo(ID));
    assertThat(asOf(journal, new AsOf.Version(4)))
        .isInstanceOfSatisfying(
            Then.Was.class,
            it -> assertThat(it.state()).isInstanceOf(OrderState.Quarantined.class));
  }

  @Test
  void whatWasNeverPlacedHasNoLife() throws SQLException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(story);
    try (var connection = journal.archive().database().getConnection()) {
      OrderId none = Story.id(9);
      assertThat(reader(journal).life(connection, none)).isEmpty();
      assertThat(reader(journal).asOf(connection, none, new AsOf.Version(1)))
          .isEqualTo(new Then.NoOrder());
    }
  }

  @Test
  void allChangesTogetherMakeTheOrderAndItsShipments() throws SQLException {
    Life life = life(SomeJournal.empty(Vendor.H2, directory).with(story));
    assertThat(life.moments()).hasSize(story.events().size());
    assertThat(life.version()).isEqualTo(story.version(Story.orderKey(ID)));
    Map<String, String> sum = new TreeMap<>();
    for (Moment moment : life.moments()) {
      for (Difference change : moment.changes()) {
        if (moment.of().equals(ID.value())) {
          assertThat(sum.get(change.what())).isEqualTo(change.before());
          sum.merge(change.what(), String.valueOf(change.after()), (old, next) -> next);
        }
      }
    }
    assertThat(sum).isEqualTo(Portrait.of(story.order()));
    assertThat(life.moments()).extracting(Moment::of).contains("shp_000001-1");
  }

  @Test
  void everyAnswerSaysWhoGaveItAndHowLongItTook() throws SQLException {
    Life life = life(SomeJournal.empty(Vendor.H2, directory).with(story));
    assertThat(life.moments().getFirst().by()).isEqualTo("merchant");
    Moment fraud =
        life.moments().stream()
            .filter(it -> it.waited() != null && it.waited().step().label().equals("check-fraud"))
            .findFirst()
            .orElseThrow();
    assertThat(fraud.by()).isEqualTo("fraud");
    Moment customer =
        life.moments().stream().filter(it -> it.by().equals("customer")).findFirst().orElseThrow();
    assertThat(fraud.waited())
        .isNotNull()
        .extracting(Waited::since, Waited::time)
        .containsExactly(customer.at(), Duration.between(customer.at(), fraud.at()));
  }

  @Test
  void aJournalThatIsNotThereIsRefusedInALine() throws SQLException {
    Path nowhere = directory.resolve("nowhere");
    SomeJournal elsewhere = SomeJournal.empty(Vendor.H2, directory);
    var settings =
        new dev.crossdock.settings.JournalSettings(
            "jdbc:h2:file:" + nowhere, "sa", elsewhere.settings().password(), 2);
    assertThatThrownBy(() -> Archive.open(settings))
        .isInstanceOf(JournalException.class)
        .hasMessageEndingWith("is not there");
    try (var open = elsewhere.database().source().getConnection()) {
      assertThat(open.isValid(1)).isTrue();
    }
  }

  private static Order order(Then.Was was) {
    return (Order) was.state();
  }

  private static LifeReader reader(SomeJournal journal) {
    return new LifeReader(JournalTable.of(journal.database().vendor()), Codecs.of(Story.FLOWS));
  }

  private static Then asOf(SomeJournal journal, AsOf when) throws SQLException {
    try (var connection = journal.archive().database().getConnection()) {
      return reader(journal).asOf(connection, ID, when);
    }
  }

  private static Life life(SomeJournal journal) throws SQLException {
    try (var connection = journal.archive().database().getConnection()) {
      return reader(journal).life(connection, ID).orElseThrow();
    }
  }
}
