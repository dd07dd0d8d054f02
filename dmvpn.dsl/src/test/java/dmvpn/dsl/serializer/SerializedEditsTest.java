package dmvpn.dsl.serializer;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.linking.UnresolvedReference;
import dmvpn.dsl.linking.UnresolvedReferences;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.robustness.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any legal edit of a model is written back: the text means the edited model, its comments are all there, and what the edit
 * does not touch is as it was, byte for byte. Names that mean nothing are no obstacle.
 */
class SerializedEditsTest {

    private static final int SAMPLE = 8;
    private static final int MANY = 400;

    static LongStream seeds() {
        return Runs.seeds(SAMPLE, MANY);
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(List.of(Models.SOUND, Models.sketch()));
        for (Path example : Models.examples()) {
            texts.add(Files.readString(example));
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anEditIsWrittenBackAndNothingElseChanges(long seed) throws IOException {
        for (String text : texts()) {
            check(text, "seed " + seed, new ModelEdits(Runs.random(seed))::edit);
        }
    }

    /** The two kinds of edits that the language may have no text for are made more often: the other half of them is legal. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aWordOrATargetThatChangesIsWrittenBackWhereTheLanguageHasATextForIt(long seed) throws IOException {
        int[] legal = new int[2];
        for (String text : texts()) {
            legal[0] += check(text, "toggle with seed " + seed, new ModelEdits(Runs.random(seed))::toggle) ? 1 : 0;
            legal[1] += check(text, "retarget with seed " + seed, new ModelEdits(Runs.random(seed))::retarget) ? 1 : 0;
        }
        assertThat(legal[0]).as("legal changes of words").isGreaterThan(3);
        assertThat(legal[1]).as("legal changes of targets").isGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anEditIsWrittenBackWhenNamesMeanNothing(long seed) throws IOException {
        for (String text : texts()) {
            check(text.replace("via HQ", "via Nobody").replace("crypto Suite\n", "crypto Suit\n")
                    .replaceFirst("wan +Internet", "wan Nowhere"), "seed " + seed, new ModelEdits(Runs.random(seed))::edit);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "// see {a}\n", "// see {a}", "/* a } */", "network N // {a}\n"})
    void theFirstElementOfATextStandsBehindItsComments(String text) {
        DmvpnResource resource = Models.resource(text);
        TransportDeclaration added = ModelFactory.eINSTANCE.createTransportDeclaration();
        added.setName("Added");
        resource.model().getElements().add(added);

        String after = resource.getSerializer().serialize(resource.model());

        DmvpnResource again = Models.resource(after);
        assertThat(again.getErrors()).as(after).isEmpty();
        assertThat(described(again.model())).as(after).isEqualTo(described(resource.model()));
        assertThat(after).startsWith(text.strip());
    }

    @Test
    @Timeout(20)
    void thousandsOfElementsAreNotComparedWithEachOther() {
        StringBuilder text = new StringBuilder("network N\n");
        for (int number = 0; number < 5_000; number++) {
            text.append("transport T").append(number).append(" { latency 20ms }\n");
        }
        DmvpnResource resource = Models.resource(text.toString());
        TransportDeclaration added = ModelFactory.eINSTANCE.createTransportDeclaration();
        added.setName("Added");
        resource.model().getElements().addFirst(added);

        String after = resource.getSerializer().serialize(resource.model());

        assertThat(after).contains("transport Added", "transport T4999 { latency 20ms }\n");
        assertThat(after.indexOf("transport Added")).isLessThan(after.indexOf("transport T0 "));
    }

    /** True when the edit can be made and the language has a text for what comes out. */
    private static boolean check(String text, String cause, Function<Model, Optional<ModelEdits.Edit>> edits) {
        DmvpnResource resource = Models.resource(text);
        Map<EObject, String> written = new LinkedHashMap<>();
        resource.model().eAllContents().forEachRemaining(object -> node(object).ifPresent(node ->
                written.put(object, text.substring(node.getOffset(), node.getEndOffset()))));
        List<ILeafNode> comments = comments(resource);
        List<String> unresolved = unresolved(resource);
        Optional<ModelEdits.Edit> made = edits.apply(resource.model());
        if (made.isEmpty() || !made.get().isSurelyLegal() && !isLegal(resource)) {
            return false;
        }
        ModelEdits.Edit edit = made.get();

        String after = resource.getSerializer().serialize(resource.model());

        String what = cause + ", " + edit.description() + "\n--- before\n" + text + "\n--- after\n" + after;
        DmvpnResource again = Models.resource(after);
        assertThat(again.getErrors()).as("syntax: %s", what).isEmpty();
        assertThat(described(again.model())).as("meaning: %s", what).isEqualTo(described(resource.model()));
        if (edit.removed().isEmpty()) {
            assertThat(unresolved(again)).as("unresolved names: %s", what).containsExactlyInAnyOrderElementsOf(unresolved);
        }
        for (ILeafNode comment : comments) {
            boolean gone = edit.removed().flatMap(SerializedEditsTest::node).filter(node -> belongsTo(comment, node, text)).isPresent();
            if (!gone) {
                assertThat(occurrences(after, comment.getText().strip())).as("comment '%s': %s", comment.getText().strip(), what)
                        .isGreaterThanOrEqualTo(1);
            }
        }
        written.forEach((object, before) -> {
            boolean removed = edit.removed().filter(gone -> isInside(object, gone)).isPresent();
            if (!edit.touched().contains(object) && !removed) {
                assertThat(after).as("untouched %s: %s", object.eClass().getName(), what).contains(before);
            }
        });
        return true;
    }

    /** True when a copy that never had a text can be printed and is read back as it is. */
    private static boolean isLegal(DmvpnResource resource) {
        Model copy = EcoreUtil.copy(resource.model());
        XtextResource fresh = resource.getResourceServiceProvider().get(XtextResource.class);
        fresh.setURI(resource.getURI());
        new XtextResourceSet().getResources().add(fresh);
        fresh.getContents().add(copy);
        try {
            DmvpnResource again = Models.resource(fresh.getSerializer().serialize(copy));
            return again.getErrors().isEmpty() && described(again.model()).equals(described(resource.model()));
        } catch (RuntimeException hasNoText) {
            return false;
        }
    }

    /** A comment goes with what is removed when it stands in it, in front of it, or behind it on its line. */
    private static boolean belongsTo(ILeafNode comment, ICompositeNode removed, String text) {
        int end = text.indexOf('\n', removed.getEndOffset());
        return comment.getOffset() >= removed.getTotalOffset() && comment.getOffset() < (end < 0 ? text.length() : end);
    }

    private static boolean isInside(EObject object, EObject container) {
        return org.eclipse.emf.ecore.util.EcoreUtil.isAncestor(container, object);
    }

    private static int occurrences(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private static Optional<ICompositeNode> node(EObject object) {
        return Optional.ofNullable(NodeModelUtils.getNode(object));
    }

    private static List<ILeafNode> comments(DmvpnResource resource) {
        List<ILeafNode> comments = new ArrayList<>();
        for (INode node : resource.getParseResult().getRootNode().getAsTreeIterable()) {
            if (node instanceof ILeafNode leaf && leaf.getGrammarElement() instanceof TerminalRule rule
                    && rule.getName().endsWith("COMMENT")) {
                comments.add(leaf);
            }
        }
        return comments;
    }

    private static List<String> unresolved(DmvpnResource resource) {
        return UnresolvedReferences.of(resource).all().stream().map(UnresolvedReference::name).collect(Collectors.toList());
    }

    /** The model as text: classes, values, names of targets; children feature by feature. */
    private static String described(EObject object) {
        StringBuilder text = new StringBuilder(object.eClass().getName()).append('(');
        for (EAttribute attribute : object.eClass().getEAllAttributes()) {
            if (object.eIsSet(attribute)) {
                text.append(attribute.getName()).append('=').append(object.eGet(attribute)).append(' ');
            }
        }
        for (EReference reference : object.eClass().getEAllReferences()) {
            Object value = object.eGet(reference);
            if (reference.isContainment()) {
                List<?> children = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
                children.forEach(child -> text.append("\n").append(reference.getName()).append(": ")
                        .append(described((EObject) child)));
            } else if (value instanceof EObject target) {
                text.append(reference.getName()).append("->")
                        .append(target.eGet(target.eClass().getEStructuralFeature("name"))).append(' ');
            }
        }
        return text.append(')').toString();
    }
}
