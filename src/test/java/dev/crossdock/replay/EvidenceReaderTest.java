package dev.crossdock.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.EventHash;
import dev.crossdock.journal.Vendor;
import dev.crossdock.view.Story;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That the evidence of an order is what is stored of it, and that its hashes can be told from it.
 */
class EvidenceReaderTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void everyHashFollowsFromWhatIsGiven(Vendor vendor) throws SQLException {
    SomeJournal journal =
        SomeJournal.empty(vendor, directory)
            .with(Story.told(Story.id(1)), Story.told(Story.id(2)).delivered());
    Evidence evidence = read(journal).orElseThrow();
    assertThat(evidence.chains())
        .extracting(Evidence.Chain::of)
        .containsExactly("ord_000002", "shp_000002-1");
    for (Evidence.Chain chain : evidence.chains()) {
      assertThat(chain.isIntact()).isTrue();
      byte[] before = EventHash.none();
      for (Link link : chain.links()) {
        before =
            EventHash.next(
                before,
                chain.journalId(),
                link.version(),
                link.writtenAt(),
                link.serializer(),
                link.stored());
        assertThat(link.hash()).isEqualTo(before);
      }
    }
  }

  @Test
  void whatPartnersHaveSaidHasADigest() throws SQLException {
    SomeJournal journal =
        SomeJournal.empty(Vendor.H2, directory).with(Story.told(Story.id(2)).delivered());
    Set<String> members = new TreeSet<>();
    for (Evidence.Chain chain : read(journal).orElseThrow().chains()) {
      for (Link link : chain.links()) {
        Link.Said said = link.said();
        if (said != null) {
          members.add(said.member());
          String stored = new String(link.stored(), StandardCharsets.UTF_8);
          String member = "\"" + said.member() + "\":";
          int from = stored.indexOf(member) + member.length();
          String value = stored.substring(from, stored.lastIndexOf(",\"at\":"));
          assertThat(said.digest()).isEqualTo(EventHash.of(value.getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
    assertThat(members).containsExactly("answer", "scans");
  }

  @Test
  void anEventThatIsSealedInPartHasTheSameDigest() throws SQLException {
    SomeJournal journal =
        SomeJournal.empty(Vendor.H2, directory).with(Story.told(Story.id(2)).delivered());
    List<Link.Said> open = said(journal);
    journal
        .database()
        .run(
            "UPDATE \"event_journal\" SET \"event_payload\" = STRINGTOUTF8("
                + "'{\"type\":\"sealed\",\"order\":\"default:ord_000002\",\"key\":\"key_1\","
                + "\"personal\":\"AA==\",\"event\":' || UTF8TOSTRING(\"event_payload\") || '}')");
    assertThat(said(journal)).isNotEmpty().usingRecursiveComparison().isEqualTo(open);
  }

  private static List<Link.Said> said(SomeJournal journal) throws SQLException {
    return read(journal).orElseThrow().chains().stream()
        .flatMap(chain -> chain.links().stream())
        .flatMap(link -> Stream.ofNullable(link.said()))
        .toList();
  }

  @Test
  void whatWasChangedIsNamedAndNothingElse() throws SQLException {
    SomeJournal journal = SomeJournal.empty(Vendor.H2, directory).with(Story.told(Story.id(2)));
    journal
        .database()
        .run("UPDATE \"event_journal\" SET \"event_payload\" = X'FF' WHERE \"ordering\" = 3");
    Evidence.Chain chain = read(journal).orElseThrow().chains().getFirst();
    assertThat(chain.isIntact()).isFalse();
    assertThat(chain.links().stream().filter(link -> link.fault() != null))
        .extracting(Link::version)
        .containsExactly(3L);
  }

  @Test
  void whatIsNotThereHasNone() throws SQLException {
    assertThat(read(SomeJournal.empty(Vendor.H2, directory))).isEmpty();
  }

  private static Optional<Evidence> read(SomeJournal journal) throws SQLException {
    try (var connection = journal.database().source().getConnection()) {
      return EvidenceReader.read(connection, Story.id(2));
    }
  }
}
