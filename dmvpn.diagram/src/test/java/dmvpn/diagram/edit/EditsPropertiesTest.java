package dmvpn.diagram.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dmvpn.diagram.Models;
import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.text.ChangedText;
import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ElementText.Span;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody draws and types into the examples: text and diagram show one model, and nothing is lost. */
class EditsPropertiesTest {

    private static final int ROUNDS = Integer.getInteger("dmvpn.edits", 12);
    private static final long SEED = Long.getLong("dmvpn.seed", 8);

    static Stream<Path> examples() throws IOException {
        return Files.walk(Path.of("..", "examples")).filter(file -> file.toString().endsWith(".dmvpn")).sorted();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void editsByDiagramAndByHandKeepTextAndModelOne(Path example) throws IOException {
        RandomEdits edits = new RandomEdits(new Random(SEED + example.toString().hashCode()));
        String text = Files.readString(example);
        Deque<Step> history = new ArrayDeque<>();
        List<String> done = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String typed = edits.byHand(text);
            text = isSound(example, typed) ? typed : text;
            DmvpnResource resource = read(example, text);
            Optional<ModelEdit> edit = edits.byDiagram(resource);
            if (edit.isPresent()) {
                done.add(edit.get().toString());
                String story = "seed " + SEED + ", " + example + ", " + done + "\n" + text;
                Optional<TextEdit> made = make(resource, edit.get(), story);
                assertThat(resource.text()).as("the model that editors show stays: " + story).isEqualTo(text);
                if (made.isPresent()) {
                    check(example, text, edit.get(), made.get(), story);
                    history.push(new Step(text, made.get()));
                    text = made.get().text().after();
                }
            }
        }
        history.forEach(step -> assertThat(applied(step.edit.text().after(), step.edit.inverse())).isEqualTo(step.before));
    }

    private record Step(String before, TextEdit edit) {
    }

    /** An edit may be refused for what it would do to the network, never because the text could not follow. */
    private static Optional<TextEdit> make(DmvpnResource resource, ModelEdit edit, String story) {
        try {
            return Optional.of(TextEdits.of(resource, edit));
        } catch (EditRefusedException refused) {
            assertThat(refused.getMessage()).as(story).doesNotContain("write it in the text").doesNotContain("null").isNotBlank();
            return Optional.empty();
        } catch (RuntimeException failure) {
            return fail(story, failure);
        }
    }

    private static void check(Path example, String before, ModelEdit edit, TextEdit made, String story) {
        String after = applied(before, made.changes());
        assertThat(after).as(story).isEqualTo(made.text().after());
        DmvpnResource read = read(example, after);
        assertThat(read.getParseResult().hasSyntaxErrors()).as("parses: %s\n%s", story, after).isFalse();
        Model expected = read(example, before).model();
        Application.apply(expected, edit);
        assertThat(EcoreUtil.equals(read.model(), expected)).as("one model: %s\n%s", story, after).isTrue();
        assertThat(comments(after)).as("comments: %s\n%s", story, after).containsAll(commentsOutside(before, made.text()));
        blankLinesStay(made.text(), story);
        made.selected().ifPresent(id -> assertThat(DiagramNotation.drawn(read.model(), "").elements())
                .as(story).containsKey(id));
    }

    /** Only between the elements of a file may one blank line go with the element below or above it. */
    private static void blankLinesStay(ChangedText changed, String story) {
        for (Change change : changed.changes()) {
            String rest = changed.before().substring(change.offset(), change.offset() + change.length());
            boolean element = false;
            for (Span span : changed.removed()) {
                if (span.start() >= change.offset() && span.end() <= change.offset() + change.length()) {
                    element |= span.text().endsWith("}");
                    rest = rest.replace(span.text(), "x");
                }
            }
            long blank = rest.lines().filter(String::isBlank).count();
            assertThat(blank).as("blank lines: " + story + change).isLessThanOrEqualTo(element ? 1 : 0);
        }
    }

    private static List<String> comments(String text) {
        return text.lines().filter(line -> line.contains("// note ") || line.contains("// behind "))
                .map(line -> line.substring(line.indexOf("//"))).toList();
    }

    private static List<String> commentsOutside(String before, ChangedText changed) {
        StringBuilder rest = new StringBuilder(before);
        changed.removed().stream().sorted(Comparator.comparingInt(Span::start).reversed())
                .filter(span -> span.end() <= rest.length()).forEach(span -> rest.delete(span.start(), span.end()));
        return comments(rest.toString());
    }

    private static boolean isSound(Path example, String text) {
        DmvpnResource read = read(example, text);
        return !read.getParseResult().hasSyntaxErrors();
    }

    private static DmvpnResource read(Path file, String text) {
        return (DmvpnResource) Models.parse(URI.createFileURI(file.toAbsolutePath().normalize().toString()), text).eResource();
    }

    private static String applied(String text, List<Change> changes) {
        StringBuilder result = new StringBuilder(text);
        changes.reversed().forEach(change -> result.replace(change.offset(), change.offset() + change.length(), change.text()));
        return result.toString();
    }
}
