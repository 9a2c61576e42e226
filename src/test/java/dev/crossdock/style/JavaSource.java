package dev.crossdock.style;

import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One Java file as the compiler reads it: its types, methods and switches. */
final class JavaSource {

  /**
   * A type of any kind.
   *
   * @param depth 0 at the top of the file
   */
  record Type(String name, int line, int depth, boolean isPublic, boolean hasJavadoc) {}

  /** A method or constructor, from its first annotation to its last brace. */
  record Method(String name, int line, int lines, boolean isTest) {}

  /** The default of a switch that tells types apart. */
  record OpenSwitch(@Nullable String method, int line) {}

  private final String path;
  private final String text;
  private final List<Type> types = new ArrayList<>();
  private final List<Method> methods = new ArrayList<>();
  private final List<OpenSwitch> openSwitches = new ArrayList<>();

  private JavaSource(String path, String text) {
    this.path = path;
    this.text = text;
  }

  static JavaSource of(String path, String text) {
    return all(Map.of(path, text)).getFirst();
  }

  /** Reads all of them at once, which is much faster than one by one. */
  static List<JavaSource> all(Map<String, String> texts) {
    Map<URI, JavaSource> sources = new LinkedHashMap<>();
    texts.forEach((path, text) -> sources.put(uri(path), new JavaSource(path, text)));
    List<InMemory> files =
        sources.values().stream().map(it -> new InMemory(it.path, it.text)).toList();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, files);
    try {
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        JavaSource source = Objects.requireNonNull(sources.get(unit.getSourceFile().toUri()));
        source.new Scanner(unit, docs).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(sources.values());
  }

  private static URI uri(String path) {
    return URI.create("memory:///" + path);
  }

  String path() {
    return path;
  }

  /** The file's name without its ending. */
  String name() {
    return path.replaceFirst(".*/", "").replaceFirst("\\.java$", "");
  }

  List<String> lines() {
    return text.lines().toList();
  }

  String text() {
    return text;
  }

  List<Type> types() {
    return List.copyOf(types);
  }

  List<Method> methods() {
    return List.copyOf(methods);
  }

  List<OpenSwitch> openSwitches() {
    return List.copyOf(openSwitches);
  }

  private static final class InMemory extends SimpleJavaFileObject {
    private final String text;

    InMemory(String path, String text) {
      super(uri(path), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final DocTrees docs;
    private final SourcePositions positions;

    Scanner(CompilationUnitTree unit, DocTrees docs) {
      this.unit = unit;
      this.docs = docs;
      this.positions = docs.getSourcePositions();
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      if (!type.getSimpleName().isEmpty()) {
        types.add(
            new Type(
                type.getSimpleName().toString(),
                line(positions.getStartPosition(unit, type)),
                depth(),
                type.getModifiers().getFlags().contains(Modifier.PUBLIC),
                docs.getDocComment(getCurrentPath()) != null));
      }
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      long start = positions.getStartPosition(unit, method);
      long end = positions.getEndPosition(unit, method);
      if (end > start) {
        int first = line(start);
        int lines = line(end) - first + 1;
        methods.add(new Method(method.getName().toString(), first, lines, isTest(method)));
      }
      return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
      note(tree.getCases());
      return super.visitSwitch(tree, null);
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
      note(tree.getCases());
      return super.visitSwitchExpression(tree, null);
    }

    private boolean isTest(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(it -> it.getAnnotationType().toString().endsWith("Test"));
    }

    private void note(List<? extends CaseTree> cases) {
      List<CaseLabelTree> labels =
          cases.stream()
              .flatMap(it -> it.getLabels().stream())
              .map(CaseLabelTree.class::cast)
              .toList();
      if (labels.stream().anyMatch(PatternCaseLabelTree.class::isInstance)) {
        labels.stream()
            .filter(DefaultCaseLabelTree.class::isInstance)
            .map(it -> line(positions.getStartPosition(unit, it)))
            .forEach(line -> openSwitches.add(new OpenSwitch(method(), line)));
      }
    }

    private @Nullable String method() {
      for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
        if (at.getLeaf() instanceof MethodTree method) {
          return method.getName().toString();
        }
      }
      return null;
    }

    private int depth() {
      int depth = 0;
      TreePath at = getCurrentPath().getParentPath();
      for (; at != null; at = at.getParentPath()) {
        depth += at.getLeaf() instanceof ClassTree ? 1 : 0;
      }
      return depth;
    }

    private int line(long position) {
      return (int) unit.getLineMap().getLineNumber(position);
    }
  }
}
