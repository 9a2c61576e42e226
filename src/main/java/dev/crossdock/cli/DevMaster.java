package dev.crossdock.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The master key that {@code crossdock dev} makes for itself and keeps beside its journal, for
 * nobody but its user to read.
 */
final class DevMaster {
  private static final String FILE = "master.key";
  private static final String SETTING = "crossdock.journal.personal.masters";
  private static final int BYTES = 32;

  private DevMaster() {}

  /** The setting that names it, with a new one if there is none yet. */
  static Map<String, Object> made(Path home) throws IOException {
    Path file = home.resolve(FILE);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      make(file);
    }
    return Map.of(SETTING, List.of(Files.readString(file).strip()));
  }

  /** The setting that names it; empty when there is none. */
  static Map<String, Object> found(Path home) throws IOException {
    return Files.exists(home.resolve(FILE)) ? made(home) : Map.of();
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] onlyMine =
        isPosix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    // Under its name it is whole, whenever this ends: an empty one would keep all that follow away.
    Path whole = Files.createTempFile(file.getParent(), FILE, null, onlyMine);
    try {
      Files.writeString(whole, Base64.getEncoder().encodeToString(key) + "\n");
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException another) {
      // That one is as good.
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(whole, file);
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
