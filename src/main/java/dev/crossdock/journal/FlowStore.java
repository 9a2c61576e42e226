package dev.crossdock.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Flows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Keeps every version of every flow, so that orders go on in the flow that they began with. */
public final class FlowStore {
  private static final String UNIQUE_VIOLATION = "23505";
  private final DataSource database;
  private final ObjectMapper mapper = JournalMapper.values(new ObjectMapper());

  /**
   * @param database with the schema of {@link Migrations}
   */
  public FlowStore(DataSource database) {
    this.database = database;
  }

  /**
   * Stores the flows that are new. Any number of nodes may do so at once.
   *
   * @param configured those that new orders begin with
   * @return these, and all other versions that were ever stored; those that others store later are
   *     read when they are asked for
   * @throws JournalException when a version is stored with other content, or cannot be read
   */
  public Flows register(Collection<Flow> configured) {
    try (Connection connection = database.getConnection()) {
      for (Flow flow : configured) {
        register(connection, flow);
      }
      return new Flows(configured, stored(connection), this::find);
    } catch (SQLException e) {
      throw new JournalException("flows cannot be stored: " + e.getMessage(), e);
    }
  }

  /**
   * Every version that is stored, in the form that it is stored in.
   *
   * @throws JournalException when they cannot be read
   */
  public List<String> definitions() {
    String sql = "SELECT definition FROM flow_definition ORDER BY name, version";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<String> definitions = new ArrayList<>();
      while (rows.next()) {
        definitions.add(rows.getString(1));
      }
      return definitions;
    } catch (SQLException e) {
      throw new JournalException("flows cannot be read: " + e.getMessage(), e);
    }
  }

  private void register(Connection connection, Flow flow) throws SQLException {
    Optional<Flow> known = find(connection, flow.name(), flow.version());
    if (known.isEmpty()) {
      insert(connection, flow);
      known = find(connection, flow.name(), flow.version());
    }
    if (!known.filter(flow::equals).isPresent()) {
      throw new JournalException(
          "flow "
              + flow.name()
              + ": version "
              + flow.version()
              + " is already stored with other steps; raise its version");
    }
  }

  private Optional<Flow> find(String name, int version) {
    try (Connection connection = database.getConnection()) {
      return find(connection, name, version);
    } catch (SQLException e) {
      throw new JournalException("flows cannot be read: " + e.getMessage(), e);
    }
  }

  private Optional<Flow> find(Connection connection, String name, int version) throws SQLException {
    String sql = "SELECT definition FROM flow_definition WHERE name = ? AND version = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setInt(2, version);
      return read(statement).stream().findFirst();
    }
  }

  private List<Flow> stored(Connection connection) throws SQLException {
    String sql = "SELECT definition FROM flow_definition ORDER BY name, version";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return read(statement);
    }
  }

  private void insert(Connection connection, Flow flow) throws SQLException {
    String sql = "INSERT INTO flow_definition (name, version, definition) VALUES (?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, flow.name());
      statement.setInt(2, flow.version());
      statement.setString(3, mapper.writeValueAsString(flow));
      statement.executeUpdate();
    } catch (JsonProcessingException e) {
      throw new JournalException("flow " + flow.name() + ": " + e.getOriginalMessage(), e);
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw e;
      } // else another node was first; whether it stored the same is looked at next
    }
  }

  private List<Flow> read(PreparedStatement statement) throws SQLException {
    List<Flow> flows = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        flows.add(flow(rows.getString(1)));
      }
    }
    return flows;
  }

  /**
   * The flow of which that is the stored form.
   *
   * @throws JournalException when it is none
   */
  public Flow flow(String definition) {
    try {
      return mapper.readValue(definition, Flow.class);
    } catch (JsonProcessingException e) {
      throw new JournalException("a stored flow is unreadable: " + e.getOriginalMessage(), e);
    }
  }
}
