package dev.crossdock.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.journal.Database;
import dev.crossdock.journal.JournalException;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.Order;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import dev.crossdock.view.Story;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That a journal goes from one database to the other and back without losing a byte. */
class MoveTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void aJournalInTheOtherDatabaseIsTheSame(Vendor from) throws SQLException, IOException {
    SomeJournal original = journal(from);
    String exported = export(original, new Selection.All());
    Vendor other = from == Vendor.H2 ? Vendor.POSTGRESQL : Vendor.H2;
    SomeJournal there = new SomeJournal(Database.empty(other, directory.resolve("there")));
    assertThat(load(there, exported)).isEqualTo(exported.lines().count() - 3);
    assertThat(content(there)).isEqualTo(content(original));
    assertThat(export(there, new Selection.All())).isEqualTo(exported);
    SomeJournal back = new SomeJournal(Database.empty(from, directory.resolve("back")));
    load(back, exported);
    assertThat(content(back)).isEqualTo(content(original));
  }

  @Test
  void oneOrderComesWithItsShipmentsAndNoOthers() throws SQLException, IOException {
    String exported = export(journal(Vendor.H2), new Selection.One(Story.id(2)));
    assertThat(exported.lines().filter(line -> line.startsWith("{\"id\":")))
        .hasSize(Story.told(Story.id(2)).events().size())
        .allMatch(line -> line.contains("000002"))
        .anyMatch(line -> line.contains("shipment|"));
    SomeJournal there = new SomeJournal(Database.empty(Vendor.H2, directory.resolve("there")));
    load(there, exported);
    assertThat(
            there
                .database()
                .one("SELECT COUNT(DISTINCT \"persistence_id\") FROM \"event_journal\""))
        .isEqualTo("2");
  }

  /** Both orders have the same reference; it is the first one's. */
  @Test
  void whatIsExportedComesWithItsClaimsAndNoOthers() throws SQLException, IOException {
    Order first = Story.placed(Story.id(1)).order();
    OrderId second = Story.id(2);
    ShipmentId shipment = second.shipment(1);
    SomeJournal journal =
        journal(Vendor.H2)
            .with(first.subjects().getFirst(), owner(Story.id(1)))
            .with(
                new Subject("default", "warehouse", "fulfillment/ful-" + shipment),
                new Claimant(Claimant.Kind.SHIPMENT, shipment.entityId()))
            .with(new Subject("default", "warehouse", "fulfillment/ful-other"), owner(second));
    assertThat(claims(export(journal, new Selection.One(Story.id(1)))))
        .containsExactly("claim|default:@references:" + first.content().reference());
    assertThat(claims(export(journal, new Selection.One(second))))
        .containsExactly("claim|default:warehouse:fulfillment/ful-" + shipment);
    Instant noon = first.placed().at();
    String range = export(journal, new Selection.Placed(noon, noon.plusMillis(1)));
    assertThat(claims(range)).hasSize(2);
    SomeJournal there = new SomeJournal(Database.empty(Vendor.H2, directory.resolve("there")));
    load(there, range);
    assertThat(claims(export(there, new Selection.All()))).isEqualTo(claims(range));
  }

  private static Claimant owner(OrderId id) {
    return new Claimant(Claimant.Kind.ORDER, id.entityId());
  }

  private static List<String> claims(String exported) {
    return exported
        .lines()
        .filter(line -> line.startsWith("{\"id\":\"claim|"))
        .map(line -> line.substring(7, line.indexOf('"', 7)))
        .toList();
  }

  @Test
  void aRangeIsOfOrdersPlacedInIt() throws SQLException, IOException {
    SomeJournal journal = journal(Vendor.H2);
    Instant noon = Story.placed(Story.id(1)).order().placed().at();
    assertThat(export(journal, new Selection.Placed(noon, noon.plusMillis(1))))
        .isNotEqualTo(export(journal, new Selection.Placed(noon.plusMillis(1), Instant.now())))
        .contains("ord_000001", "ord_000002", "shp_000003");
    assertThat(export(journal, new Selection.Placed(noon.minusSeconds(9), noon)))
        .doesNotContain("ord_");
  }

  @Test
  void whatIsDamagedIsExportedAsItIs() throws SQLException, IOException {
    SomeJournal journal = journal(Vendor.H2);
    journal
        .database()
        .run("UPDATE \"event_journal\" SET \"event_payload\" = X'7B0A' WHERE \"ordering\" = 2");
    assertThat(export(journal, new Selection.All())).contains("\"bytes\":\"ewo=\"");
  }

  @Test
  void aStoreThatIsNotEmptyIsRefused() throws SQLException, IOException {
    SomeJournal journal = journal(Vendor.H2);
    String exported = export(journal, new Selection.All());
    String before = content(journal).toString();
    assertThatThrownBy(() -> load(journal, exported))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("not empty");
    assertThat(content(journal)).hasToString(before);
  }

  @Test
  void hashesGoAlongAndAreLookedAt() throws SQLException, IOException {
    String exported = export(journal(Vendor.H2), new Selection.All());
    SomeJournal there = new SomeJournal(Database.empty(Vendor.H2, directory.resolve("there")));
    String changed = exported.replaceFirst("ada@example.org", "eve@example.org");
    assertThat(changed).isNotEqualTo(exported);
    assertThatThrownBy(() -> load(there, changed))
        .isInstanceOf(BadLine.class)
        .hasMessageContaining("event 1 of order|default:ord_000001: its hash is not that");
    load(there, exported);
    assertThat(
            there
                .database()
                .one("SELECT COUNT(*) FROM \"event_journal\" WHERE \"chain_hash\" IS NULL"))
        .isEqualTo("0");
    assertThat(export(there, new Selection.All())).isEqualTo(exported);
  }

  @Test
  void whatHadNoHashMayGoOnWithout() throws SQLException, IOException {
    String exported = export(journal(Vendor.H2), new Selection.All());
    String older = exported.replaceAll("\"hash\":\"[0-9a-f]{64}\",", "");
    SomeJournal there = new SomeJournal(Database.empty(Vendor.H2, directory.resolve("there")));
    long events = load(there, older.replaceFirst("\"format\":2", "\"format\":1"));
    assertThat(there.database().one("SELECT content FROM installation WHERE name = 'unchained-to'"))
        .isEqualTo("" + events);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1; {\"events\":1}; it is not the beginning of an exported journal",
        "1; {\"crossdock\":\"journal\",\"format\":3}; format 3 is not known",
        "2; {\"flow\":{}}; a stored flow is unreadable",
        "3; nonsense; it is no JSON",
        "3; {\"id\":7}; 'id' is not known here, or of another type",
        "3; {\"number\":1,\"writtenAt\":0,\"serializer\":4101,\"event\":{}}; 'id' is missing",
        "4; {\"id\":\"order|a:b\",\"number\":1,\"writtenAt\":0,\"serializer\":4101,\"event\":{}};"
            + " unreadable event",
        "4; #3; comes after 1",
        "5; #end; events are announced, there were",
        "-1; {\"events\":1}; events are announced, there were",
        "-1; ; it is not whole"
      })
  void aBadLineIsNamedAndNothingIsStored(int number, String line, String why)
      throws SQLException, IOException {
    List<String> lines =
        new ArrayList<>(export(journal(Vendor.H2), new Selection.All()).lines().toList());
    int at = number < 0 ? lines.size() : number;
    if (line == null) {
      lines.removeLast();
    } else {
      lines.set(
          at - 1, line.equals("#3") ? lines.get(2) : line.equals("#end") ? lines.getLast() : line);
    }
    SomeJournal there = new SomeJournal(Database.empty(Vendor.H2, directory.resolve("there")));
    assertThatThrownBy(() -> load(there, String.join("\n", lines) + "\n"))
        .isInstanceOf(BadLine.class)
        .hasMessageStartingWith("line " + at + ": ")
        .hasMessageContaining(why);
    assertThat(there.database().one("SELECT COUNT(*) FROM \"event_journal\"")).isEqualTo("0");
  }

  private SomeJournal journal(Vendor vendor) throws SQLException {
    return SomeJournal.empty(vendor, directory.resolve("original"))
        .with(Story.told(Story.id(1)), Story.told(Story.id(2)), Story.told(Story.id(3)));
  }

  private static String export(SomeJournal journal, Selection part)
      throws SQLException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Exporter(journal.archive(), out, false, more -> {}).export(part);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static long load(SomeJournal into, String exported) throws SQLException, IOException {
    byte[] bytes = exported.getBytes(StandardCharsets.UTF_8);
    return new Importer(into.settings(), more -> {}).load(new ByteArrayInputStream(bytes));
  }

  /** All that is stored, by who it is of. */
  private static Map<String, String> content(SomeJournal journal) throws SQLException {
    Map<String, String> all = new TreeMap<>();
    try (var connection = journal.database().source().getConnection()) {
      new KeyRange("", null)
          .read(
              connection,
              Columns.of(connection),
              event ->
                  all.put(
                      event.id() + " " + event.sequenceNumber(),
                      event.serializer()
                          + " "
                          + event.writtenAt()
                          + " "
                          + new String(event.payload(), StandardCharsets.UTF_8)));
    }
    return all;
  }
}
