package dev.crossdock.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.OrderStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor is good for the list that gave it, and for nothing else. */
class CursorsTest {
  private static final ListPlace PLACE = new ListPlace(1_700_000_000_000_001L, "ord_1a");
  private static final OrderFilter FILTER =
      Filters.any().status(OrderStatus.CONFIRMED).reference("a").filter();

  private final Cursors cursors = new Cursors(new byte[32]);
  @TempDir private Path directory;

  @Test
  void aPlaceIsReadAsItWasWritten() {
    String cursor = cursors.write("m", FILTER, PLACE);
    assertThat(new Cursors(new byte[32]).read("m", FILTER, cursor)).contains(PLACE);
    assertThat(cursor).matches("[A-Za-z0-9_-]{1,300}");
  }

  @Test
  void anotherListDoesNotTakeIt() {
    String cursor = cursors.write("m", FILTER, PLACE);
    List<OrderFilter> others =
        List.of(
            OrderFilter.none(),
            Filters.any().status(OrderStatus.CONFIRMED, OrderStatus.FAILED).reference("a").filter(),
            Filters.any().status(OrderStatus.CONFIRMED).customer("a").filter(),
            Filters.any().status(OrderStatus.CONFIRMED).reference("b").filter(),
            Filters.any()
                .status(OrderStatus.CONFIRMED)
                .reference("a")
                .created(Instant.EPOCH, Instant.MAX)
                .filter());
    assertThat(others).allSatisfy(it -> assertThat(cursors.read("m", it, cursor)).isEmpty());
    assertThat(cursors.read("n", FILTER, cursor)).isEmpty();
    assertThat(new Cursors("another key, 32b".getBytes(StandardCharsets.UTF_8)))
        .satisfies(it -> assertThat(it.read("m", FILTER, cursor)).isEmpty());
  }

  @Test
  void nothingOfItMayBeChanged() {
    String cursor = cursors.write("m", FILTER, PLACE);
    for (int i = 0; i < cursor.length(); i++) {
      for (char c : new char[] {'A', 'B', 'z', '_'}) {
        String other = cursor.substring(0, i) + c + cursor.substring(i + 1);
        if (!other.equals(cursor)) {
          assertThat(cursors.read("m", FILTER, other)).as(other).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AQ", "%%%", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a b"})
  void nonsenseIsNoPlace(String text) {
    assertThat(cursors.read("m", FILTER, text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void allNodesHaveOneKeyWhoeverIsFirst(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    List<CompletableFuture<byte[]>> keys =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> CursorKey.kept(database.source())))
            .toList();
    byte[] first = CursorKey.kept(database.source());
    assertThat(first).hasSize(32);
    assertThat(keys).allSatisfy(key -> assertThat(key.join()).isEqualTo(first));
  }
}
