package dev.crossdock.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/** Calls partners with Apache's blocking client over connections that are kept. */
final class BaselinePartners {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONNECTIONS = 12_000;

  private final String url;
  private final CloseableHttpClient client;

  /**
   * @param patience how long an answer, or a free connection, is waited for
   */
  BaselinePartners(String url, Duration patience) {
    this.url = url;
    Timeout timeout = Timeout.of(patience);
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setSocketTimeout(timeout).build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(timeout)
                    .setResponseTimeout(timeout)
                    .build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .build();
  }

  /**
   * Returns when the partner has answered.
   *
   * @throws IOException when it does not, or with something else than a success
   */
  JsonNode call(Desk desk, BaselineOrder order) throws IOException {
    HttpPost post = new HttpPost(url + desk.path());
    post.setHeader("Idempotency-Key", order.id() + ":" + desk.name());
    byte[] body = JSON.writeValueAsBytes(body(desk, order));
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return client.execute(post, BaselinePartners::read);
  }

  private static JsonNode read(ClassicHttpResponse response) throws IOException {
    if (response.getCode() / 100 != 2) {
      throw new IOException("answered " + response.getCode());
    }
    return JSON.readTree(EntityUtils.toByteArray(response.getEntity()));
  }

  private static ObjectNode body(Desk desk, BaselineOrder order) {
    JsonNode wanted = order.wanted();
    ObjectNode body = JSON.createObjectNode();
    switch (desk) {
      case ADDRESS -> body.set("address", wanted.path("shipTo"));
      case CUSTOMER ->
          body.put("customerId", wanted.path("customer").path("id").asText()).set("total", total());
      case INVENTORY ->
          body.put("orderId", order.id())
              .<ObjectNode>set("lines", wanted.path("lines"))
              .set("shipTo", wanted.path("shipTo"));
      case PAYMENT ->
          body.put("orderId", order.id())
              .put("customerId", wanted.path("customer").path("id").asText())
              .put("paymentMethod", wanted.path("payment").path("method").asText())
              .set("amount", total());
      case RATES -> addWay(body, order);
      case BOOKING -> addWay(body.put("rateId", order.answer(Desk.RATES)), order);
      case NOTIFICATION ->
          body.put("orderId", order.id())
              .put("template", "booked")
              .put("to", wanted.path("customer").path("email").asText());
    }
    return body;
  }

  private static void addWay(ObjectNode body, BaselineOrder order) {
    body.put("shipmentId", "shp_" + order.id());
    body.putObject("shipFrom")
        .put("street1", "Satamakatu 3")
        .put("city", "Helsinki")
        .put("postalCode", "00160")
        .put("countryCode", "FI");
    body.set("shipTo", order.wanted().path("shipTo"));
    body.putArray("parcels").addObject().putObject("weight").put("value", 700).put("unit", "GRM");
  }

  private static ObjectNode total() {
    return JSON.createObjectNode()
        .put("amount", WantedOrder.TOTAL)
        .put("currency", WantedOrder.CURRENCY);
  }
}
