package dmvpn.cli.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Command line and IDE run on the same versions, and NOTICE.md names what is shipped. */
class DependenciesTest {

    /** The parser of the command line, the editor of its console, and the protocol of the debug adapter. */
    private static final Set<String> OF_THE_COMMAND_LINE_ALONE = Set.of("info.picocli:picocli", "org.jline:jline-reader",
            "org.jline:jline-terminal", "org.jline:jline-native", "org.eclipse.lsp4j:org.eclipse.lsp4j.debug",
            "org.eclipse.lsp4j:org.eclipse.lsp4j.jsonrpc.debug");

    /** Parts of the class path that no bundle of the IDE has: those, and what is for plain tests. */
    private static final Set<String> NOT_IN_THE_IDE = Set.of("picocli", "jline-reader", "jline-terminal", "jline-native", "junit-jupiter", "archunit", "archunit-junit5",
            "archunit-junit5-api", "archunit-junit5-engine", "archunit-junit5-engine-api", "slf4j-api", "slf4j-nop");

    @Test
    void theCommandLineRunsOnTheVersionsThatTheTargetPins() throws Exception {
        Map<String, String> pinned = Part.ofTheTarget().stream()
                .collect(Collectors.toMap(Part::artifactId, Part::version));
        List<Part> classPath = Part.ofTheClassPath().stream().filter(inTheIde()).toList();

        assertThat(classPath).extracting(Part::artifactId).contains("org.eclipse.xtext", "guava", "org.eclipse.emf.ecore");
        assertThat(classPath).allSatisfy(part -> assertThat(pinned)
                .as("dmvpn.target has %s", part.artifactId()).containsEntry(part.artifactId(), part.version()));
    }

    @Test
    void theTargetNamesEachPartOnce() throws Exception {
        assertThat(Part.ofTheTarget()).extracting(Part::artifactId).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void theTargetFollowsNoDependencyByItself() throws Exception {
        assertThat(Part.read("dmvpn.target/dmvpn.target").lines().filter(line -> line.contains("<location ")))
                .isNotEmpty().allSatisfy(line -> assertThat(line).contains("includeDependencyDepth=\"none\""));
    }

    @Test
    void noticeNamesEveryPartOfTheIdeWithVersionAndLicence() throws Exception {
        List<String> notice = Part.read("NOTICE.md").lines().toList();

        assertThat(Part.ofTheIde()).isNotEmpty().allSatisfy(part -> assertThat(notice).anySatisfy(line -> assertThat(line)
                .startsWith("| " + part.groupId() + ":" + part.artifactId() + " | " + part.version() + " | ")
                .matches(".* \\| \\S[^|]* \\| I( C)? \\|")));
    }

    @Test
    void noticeNamesEveryPartOfTheCommandLineWithVersionAndLicence() throws Exception {
        List<String> notice = Part.read("NOTICE.md").lines().toList();
        Set<String> testParts = Part.ofTheTarget().stream().map(Part::artifactId).collect(Collectors.toSet());
        Part.ofTheIde().forEach(part -> testParts.remove(part.artifactId()));
        Predicate<Part> shipped = inTheIde().or(part -> OF_THE_COMMAND_LINE_ALONE.stream().anyMatch(named -> named.endsWith(":" + part.artifactId())))
                .and(part -> !testParts.contains(part.artifactId()));

        assertThat(Part.ofTheClassPath().stream().filter(shipped)).isNotEmpty()
                .allSatisfy(part -> assertThat(notice).anySatisfy(line -> assertThat(line)
                        .contains(":" + part.artifactId() + " | " + part.version() + " | ")
                        .matches(".* \\| \\S[^|]* \\| (I )?C \\|")));
    }

    @Test
    void noticeNamesNothingThatIsNotThere() throws Exception {
        Set<String> known = Part.ofTheIde().stream().map(part -> part.groupId() + ":" + part.artifactId())
                .collect(Collectors.toSet());
        known.addAll(OF_THE_COMMAND_LINE_ALONE);

        assertThat(Part.read("NOTICE.md").lines().filter(line -> line.startsWith("| ") && line.contains(":"))
                .map(line -> line.substring(2, line.indexOf(" | ")))).isNotEmpty().allSatisfy(
                        named -> assertThat(known).contains(named));
    }

    private static Predicate<Part> inTheIde() {
        return part -> !NOT_IN_THE_IDE.contains(part.artifactId());
    }
}
