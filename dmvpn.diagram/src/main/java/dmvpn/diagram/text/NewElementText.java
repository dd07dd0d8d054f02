package dmvpn.diagram.text;

import com.google.inject.Inject;
import dmvpn.dsl.ide.formatting.ModelFormatter;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.RouterBody;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.util.CancelIndicator;

/** The text of an element that is new: clauses of routers and clouds on lines of their own, and formatted like all else. */
public final class NewElementText {

    private static final String BREAK = "\n  ";
    private static final String SAME_LINE = "  ";
    /** Settings that people write behind the one before. */
    private static final Set<String> COMPANIONS = Set.of("phase", "tunnel-key");
    private static final List<String> FIRST = List.of("overlay", "phase", "network-id", "tunnel-key");
    private static final List<String> LAST = List.of("crypto", "routing");

    private final IParser parser;
    private final ModelFormatter formatter;
    private final Phrases phrases;

    /** Created by the language's injector. */
    @Inject
    public NewElementText(IParser parser, ModelFormatter formatter, Phrases phrases) {
        this.parser = parser;
        this.formatter = formatter;
        this.phrases = phrases;
    }

    /** The text, without a line break at its end. */
    String of(EObject element) {
        String broken = element instanceof RouterBody router ? ofRouter(router) : withBreaks(phrases.fresh(element));
        IParseResult parsed = parser.parse(new StringReader(broken));
        return ModelFormatter.apply(broken, formatter.changes(broken, parsed.getRootNode(), CancelIndicator.NullImpl)).strip();
    }

    private String ofRouter(RouterBody router) {
        StringBuilder text = new StringBuilder(phrases.freshHead(router)).append(" {");
        phrases.freshClauses(router).forEach(clause -> text.append(BREAK).append(clause));
        return text.append("\n}").toString();
    }

    private String withBreaks(String line) {
        IParseResult parsed = parser.parse(new StringReader(line));
        if (!(parsed.getRootASTElement() instanceof Model model) || model.getElements().size() != 1 || !line.endsWith("}")) {
            return line;
        }
        Element element = model.getElements().getFirst();
        List<Integer> starts = new ArrayList<>();
        for (ILeafNode leaf : NodeModelUtils.findActualNodeFor(element).getLeafNodes()) {
            if (!leaf.isHidden() && startsSetting(leaf, element)) {
                starts.add(leaf.getOffset());
            }
        }
        return starts.isEmpty() ? line : withBreaks(line, starts, element instanceof CloudDeclaration);
    }

    private static String withBreaks(String line, List<Integer> starts, boolean hasLines) {
        int brace = line.length() - 1;
        List<String> settings = new ArrayList<>();
        for (int index = 0; index < starts.size(); index++) {
            int end = index + 1 < starts.size() ? starts.get(index + 1) : brace;
            settings.add(line.substring(starts.get(index), end).strip());
        }
        settings.sort(Comparator.comparingInt(NewElementText::rank));
        StringBuilder text = new StringBuilder(line.substring(0, starts.getFirst()).strip());
        for (String setting : settings) {
            boolean companion = COMPANIONS.contains(firstWord(setting));
            text.append(hasLines && !companion ? BREAK : text.charAt(text.length() - 1) == '{' ? " " : SAME_LINE).append(setting);
        }
        return text.append(hasLines ? "\n}" : " }").toString();
    }

    /** Settings that are not in the list keep the order of the grammar, between the first and the last. */
    private static int rank(String setting) {
        String word = firstWord(setting);
        return FIRST.contains(word) ? FIRST.indexOf(word) : FIRST.size() + 1 + LAST.indexOf(word);
    }

    private static String firstWord(String setting) {
        return setting.split(" ", 2)[0];
    }

    private static boolean startsSetting(ILeafNode leaf, Element element) {
        EObject owner = NodeModelUtils.findActualSemanticObjectFor(leaf);
        if (owner != element) {
            return owner.eContainer() == element && NodeModelUtils.findActualNodeFor(owner).getOffset() == leaf.getOffset();
        }
        return leaf.getGrammarElement() instanceof Keyword keyword && keyword.eContainer() instanceof Group group
                && group.getElements().getFirst() == keyword && group.eContainer() instanceof Alternatives;
    }
}
