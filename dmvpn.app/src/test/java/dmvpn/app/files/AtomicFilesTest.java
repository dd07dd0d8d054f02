package dmvpn.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    private Path folder;

    @Test
    void foldersAreMadeAndOlderFilesReplaced() throws IOException {
        Path file = folder.resolve("a/b/file.txt");

        AtomicFiles.write(file, "old");
        AtomicFiles.write(file, "new ü");

        assertThat(file).hasContent("new ü");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFailureLeavesNothingBehindAndCanBeExplained() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("content"), "kept");

        assertThatThrownBy(() -> AtomicFiles.write(taken, "text")).isInstanceOfSatisfying(IOException.class,
                failure -> assertThat(IoProblem.explain(failure)).contains("taken").doesNotContain("Exception"));

        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(taken.resolve("content")).hasContent("kept");
    }

    @Test
    void aFolderInTheWayIsExplainedByTheNameThatWasGiven() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken"));

        assertThatThrownBy(() -> AtomicFiles.write(taken, "text")).isInstanceOfSatisfying(IOException.class, failure ->
                assertThat(IoProblem.explain(failure)).isEqualTo("'" + taken + "' cannot be read or written: it is a folder"));
    }

    @Test
    void theTemporaryFileIsNeverNamed() throws IOException {
        Path file = folder.resolve("picture.svg");
        Files.createDirectories(folder.resolve(".picture.svg.part/taken"));

        assertThatThrownBy(() -> AtomicFiles.write(file, "text")).isInstanceOf(IOException.class)
                .satisfies(failure -> assertThat(IoProblem.explain((IOException) failure))
                        .startsWith("'" + file + "' ").doesNotContain(".part"));
    }

    @Test
    void stagedFilesAppearWhenAllAreComplete() throws IOException {
        Path target = folder.resolve("out");

        try (StagedFolder staged = new StagedFolder(target)) {
            Files.writeString(staged.path().resolve("one"), "1");
            Files.writeString(Files.createDirectory(staged.path().resolve("deeper")).resolve("two"), "2");
            assertThat(target.resolve("one")).doesNotExist();
            staged.publish();
            Files.writeString(staged.path().resolve("late"), "never seen");
        }

        assertThat(target.resolve("one")).hasContent("1");
        assertThat(target.resolve("deeper/two")).hasContent("2");
        assertThat(target.toFile().list()).containsExactlyInAnyOrder("one", "deeper");
    }

    @Test
    void aFolderThatIsAFileIsExplained() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> AtomicFiles.write(file.resolve("deeper/x"), "text")).isInstanceOfSatisfying(
                IOException.class, failure -> assertThat(IoProblem.explain(failure)).contains(file.toString()));
    }
}
