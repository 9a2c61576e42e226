package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Enum constants are stored by their names, so that a constant that was ever stored is never
 * renamed or removed. A new one is added to the golden file.
 */
class StoredEnumsTest {
  static final Path FILE = GoldenFile.ALL.resolve("enums.json");
  private static final ObjectMapper MAPPER = JournalMapper.create(() -> Samples.FLOWS);

  @Test
  void everyStoredEnumHasTheConstantsOfItsGoldenList() throws IOException {
    String golden = GoldenFile.read(FILE, MAPPER, stored());
    assertThat(stored())
        .isEqualTo(MAPPER.readValue(golden, new TypeReference<Map<String, List<String>>>() {}));
  }

  private static Map<String, List<String>> stored() {
    Set<Class<?>> seen = new HashSet<>();
    StoredNames.all().forEach(names -> names.kinds().forEach(kind -> visit(kind.form(), seen)));
    Map<String, List<String>> enums = new TreeMap<>();
    seen.stream().filter(Class::isEnum).forEach(type -> enums.put(name(type), constants(type)));
    return enums;
  }

  private static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> MAPPER.convertValue(constant, String.class))
        .toList();
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  private static void visit(Type type, Set<Class<?>> seen) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments()).forEach(part -> visit(part, seen));
    }
    if (type instanceof Class<?> plain && seen.add(plain) && plain.isRecord()) {
      Arrays.stream(plain.getRecordComponents())
          .map(RecordComponent::getGenericType)
          .forEach(part -> visit(part, seen));
    }
  }
}
