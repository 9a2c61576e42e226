package dev.crossdock.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of this project as they are kept: by path, without what is built or local. */
final class SourceTree {
  private static final Set<String> NOT_KEPT = Set.of(".git", ".idea", ".vscode", "target", "data");

  private SourceTree() {}

  /** The texts of all files, by path with slashes. */
  static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    try {
      Files.walkFileTree(Path.of(""), new Reader(texts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The texts of the Java sources under the folder. */
  static Map<String, String> java(String folder) {
    return texts().entrySet().stream()
        .filter(it -> it.getKey().startsWith(folder) && it.getKey().endsWith(".java"))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  private static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (MalformedInputException e) {
      return Optional.empty();
    }
  }

  private static final class Reader extends SimpleFileVisitor<Path> {
    private final Map<String, String> texts;

    Reader(Map<String, String> texts) {
      this.texts = texts;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean kept = !NOT_KEPT.contains(folder.toString());
      return kept ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!file.toString().equals(".git")) {
        text(file).ifPresent(text -> texts.put(file.toString().replace('\\', '/'), text));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
