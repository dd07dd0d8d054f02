package dmvpn.dsl.ide.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notices which files have changed on the disk since they were looked at last, for clients that do not tell. */
final class DiskStamps {

    /** What a file is known by without being read. */
    private record Stamp(long bytes, long modifiedNanos) {
    }

    /** Empty for a file that is not there. */
    private final Map<Path, Optional<Stamp>> known = new HashMap<>();

    /** Looks at files for the first time; what is known already stays as it is. Others are forgotten. */
    void remember(Collection<Path> files) {
        known.keySet().retainAll(files);
        files.forEach(file -> known.computeIfAbsent(file, DiskStamps::stamp));
    }

    /** The known files that are not what they were; they are as they are now from here on. */
    List<Path> changed() {
        List<Path> changed = known.keySet().stream().filter(file -> !known.get(file).equals(stamp(file))).sorted().toList();
        changed.forEach(this::look);
        return changed;
    }

    /** A file is what it is now. */
    void look(Path file) {
        known.computeIfPresent(file, (same, before) -> stamp(same));
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(attributes.size(),
                    attributes.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS)));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
