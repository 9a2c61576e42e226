package dev.crossdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of orders become lines of a batch, each under a key that stays with its order. */
class ImportSourceTest {
  private static final ImportKeys KEYS = new ImportKeys("i:");

  @Test
  void aPlainOrderGetsTheKeyOfItsReference() throws IOException {
    assertThat(ndjson("{\"reference\":\"PO-1\"}\n\n  {\"reference\": \"Ö 2\" }\r\n{}"))
        .containsExactly(
            "1 {\"idempotencyKey\":\"i:PO-1\",\"order\":{\"reference\":\"PO-1\"}}",
            "3 {\"idempotencyKey\":\"i:"
                + "c1d07b1a88e9f8f07bc4189342e3923fed401f8d0f0351c2051dab8c06af88ec"
                + "\",\"order\":{\"reference\": \"Ö 2\" }}",
            "4 {\"idempotencyKey\":\"i:line-4\",\"order\":{}}");
  }

  @Test
  void aLineOfABatchKeepsTheKeyThatItHas() throws IOException {
    assertThat(
            ndjson(
                "{\"order\":{\"reference\":\"a\"},\"idempotencyKey\":\"k\"}\n"
                    + "{ \"order\":{\"reference\":\"a\"}}"))
        .containsExactly(
            "1 {\"order\":{\"reference\":\"a\"},\"idempotencyKey\":\"k\"}",
            "2 {\"idempotencyKey\":\"i:a\", \"order\":{\"reference\":\"a\"}}");
  }

  @Test
  void whatCannotBeReadIsSentToBeRefused() throws IOException {
    assertThat(ndjson("nonsense\n[1]\n{\"a\":1}}"))
        .containsExactly("1 nonsense", "2 [1]", "3 {\"a\":1}}");
  }

  @Test
  void rowsWithOneReferenceAreOneOrder() throws IOException {
    assertThat(
            csv(
                """
                reference,customer.id,lines.0.sku,lines.0.quantity,lines.0.unitPrice.amount
                PO-1,c1,A,2,19.90
                PO-1,,B,1,5.00
                PO-2,c2,"A ""1"" b",x,
                """))
        .containsExactly(
            "2 {'idempotencyKey':'i:PO-1','order':{'reference':'PO-1','customer':{'id':'c1'},"
                + "'lines':[{'sku':'A','quantity':2,'unitPrice':{'amount':'19.90'},'lineId':'1'},"
                + "{'sku':'B','quantity':1,'unitPrice':{'amount':'5.00'},'lineId':'2'}]}}",
            "4 {'idempotencyKey':'i:PO-2','order':{'reference':'PO-2','customer':{'id':'c2'},"
                + "'lines':[{'sku':'A \\'1\\' b','quantity':'x','lineId':'1'}]}}");
  }

  @Test
  void aRowMayHaveSeveralLinesAndAKey() throws IOException {
    assertThat(
            csv(
                """
                idempotencyKey,reference,lines.0.sku,lines.0.lineId,lines.1.sku,lines.1.weight.value
                k1,PO-1,A,x,B,3.5
                k2,PO-2,A,,,
                """))
        .containsExactly(
            "2 {'idempotencyKey':'k1','order':{'reference':'PO-1','lines':[{'sku':'A','lineId':'x'}"
                + ",{'sku':'B','weight':{'value':3.5},'lineId':'2'}]}}",
            "3 {'idempotencyKey':'k2','order':{'reference':'PO-2','lines':[{'sku':'A','lineId':'1'}"
                + "]}}");
  }

  @Test
  void aRowThatSaysSomethingElseOfItsOrderIsAnother() throws IOException {
    assertThat(csv("reference,shipTo.city\nPO-1,Turku\nPO-1,Oulu\n")).hasSize(2);
    assertThat(csv("reference,shipTo.city\n,Turku\n,Turku\n")).hasSize(2);
  }

  @Test
  void cellsWithoutAColumnAreNotPassedOver() throws IOException {
    assertThat(csv("reference\nPO-1,lost\n"))
        .containsExactly(
            "2 {'idempotencyKey':'i:PO-1','order':{'reference':'PO-1','column 2':'lost'}}");
  }

  @Test
  void anOrderIsReadNoFurtherThanItIsRefused() throws IOException {
    String rows = "reference,lines.0.sku\n" + "PO-1,A\n".repeat(3000) + "PO-2,A\n";
    List<String> lines = csv(rows);
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).contains("'lineId':'1001'").doesNotContain("'lineId':'1002'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a,b", "reference,a,a", "reference,a,a.b", "reference,,b", "reference\n\"x"})
  void aFileThatNothingCanBeMadeOfIsNotBegun(String text) {
    assertThatThrownBy(() -> csv(text)).isInstanceOf(IOException.class);
  }

  private static List<String> ndjson(String text) throws IOException {
    return all(new NdjsonSource(bytes(text), KEYS));
  }

  private static List<String> csv(String text) throws IOException {
    return all(new CsvSource(bytes(text), KEYS)).stream().map(it -> it.replace('"', '\'')).toList();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> all(ImportSource source) throws IOException {
    List<String> lines = new ArrayList<>();
    try (source) {
      for (Optional<ImportLine> one = source.next(); one.isPresent(); one = source.next()) {
        lines.add(one.get().number() + " " + one.get().json());
      }
    }
    return lines;
  }
}
