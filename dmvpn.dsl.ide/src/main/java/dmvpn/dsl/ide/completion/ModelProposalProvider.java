package dmvpn.dsl.ide.completion;

import com.google.inject.Inject;
import dmvpn.dsl.ide.hover.LanguageDocumentation;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TypeRef;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;

/**
 * Proposes the keywords that mean something where they are proposed, snippets that begin with them, names that are legal
 * and values. The grammar accepts every keyword as a name and as a stray word, so that one mistake does not spoil the
 * rest of a file; those are no proposals.
 */
public final class ModelProposalProvider extends IdeContentProposalProvider {

    /** Above the words of the language: where a value belongs, nothing else does. */
    private static final int COMPUTED_PRIORITY = 900;
    private static final int VALUE_PRIORITY = 800;
    private static final int FURTHER_SERVER = 700;
    private static final int SNIPPET_BELOW_WORD = 1;

    private final LanguageDocumentation documentation;
    private final KnownValues values = new KnownValues();
    private final Snippets snippets = new Snippets(values);

    /** Created by the language's injector. */
    @Inject
    ModelProposalProvider(LanguageDocumentation documentation) {
        this.documentation = documentation;
    }

    @Override
    protected boolean filterKeyword(Keyword keyword, ContentAssistContext context) {
        ParserRule rule = GrammarUtil.containingParserRule(keyword);
        String name = rule.getName();
        boolean word = Character.isLetter(keyword.getValue().charAt(0));
        return word && !name.startsWith("Stray") && !name.endsWith("Word") && !name.endsWith("Name");
    }

    @Override
    protected void _createProposals(Keyword keyword, ContentAssistContext context,
            IIdeContentProposalAcceptor acceptor) {
        if (!filterKeyword(keyword, context)) {
            return;
        }
        ContentAssistEntry entry = getProposalCreator().createProposal(keyword.getValue(), context,
                ContentAssistEntry.KIND_KEYWORD, proposal -> describe(proposal, keyword));
        if (entry == null) {
            return;
        }
        int priority = getProposalPriorities().getKeywordPriority(keyword.getValue(), entry);
        acceptor.accept(entry, priority);
        for (Snippets.Snippet snippet : snippets.of(keyword)) {
            ContentAssistEntry withStops = new ContentAssistEntry();
            withStops.setPrefix(entry.getPrefix());
            withStops.setProposal(snippet.text());
            withStops.setLabel(snippet.label());
            withStops.setKind(ContentAssistEntry.KIND_SNIPPET);
            describe(withStops, keyword);
            acceptor.accept(withStops, priority - SNIPPET_BELOW_WORD);
        }
    }

    private void describe(ContentAssistEntry proposal, Keyword keyword) {
        proposal.setSource(keyword);
        documentation.ofKeyword(keyword.getValue()).ifPresent(text -> {
            proposal.setDocumentation(text);
            proposal.setDescription(firstSentence(text));
        });
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end);
    }

    @Override
    protected void _createProposals(Assignment assignment, ContentAssistContext context,
            IIdeContentProposalAcceptor acceptor) {
        // A number has no usual text: the name of the attribute, which would be proposed, is none.
        boolean number = assignment.getTerminal() instanceof RuleCall call && call.getRule().getName().equals("NUMBER");
        if (!number) {
            super._createProposals(assignment, context, acceptor);
        }
        wordsOf(assignment.getTerminal()).forEach(word -> _createProposals(word, context, acceptor));
        feature(assignment, context).ifPresent(feature -> {
            if (context.getResource() instanceof DmvpnResource resource) {
                for (ComputedValues.Value value
                        : new ComputedValues(resource, context.getCurrentModel()).of(feature)) {
                    accept(value.text(), value.reason(), COMPUTED_PRIORITY, context, acceptor);
                }
            }
        });
        List<String> usual = keywordBefore(assignment).map(values::behind).orElse(List.of());
        for (int index = 0; index < usual.size(); index++) {
            accept(usual.get(index), null, VALUE_PRIORITY - index, context, acceptor);
        }
    }

    /** The words that a value is one of, such as on and off: they stand in a rule of their own, which nobody else looks into. */
    private static List<Keyword> wordsOf(AbstractElement terminal) {
        return switch (terminal) {
            case Alternatives alternatives -> alternatives.getElements().stream().flatMap(each -> wordsOf(each).stream()).toList();
            case RuleCall call when call.getRule() instanceof ParserRule rule && isChoiceOfWords(rule) ->
                    wordsIn(rule.getAlternatives());
            default -> List.of();
        };
    }

    private static List<Keyword> wordsIn(AbstractElement element) {
        return element instanceof Keyword keyword ? List.of(keyword)
                : element instanceof Alternatives alternatives
                        ? alternatives.getElements().stream().flatMap(each -> wordsIn(each).stream()).toList()
                        : wordsOf(element);
    }

    private static boolean isChoiceOfWords(ParserRule rule) {
        return GrammarUtil.isDatatypeRule(rule) && !rule.getName().endsWith("Word") && !rule.getName().endsWith("Name")
                && !wordsIn(rule.getAlternatives()).isEmpty();
    }

    private void accept(String value, String reason, int priority, ContentAssistContext context,
            IIdeContentProposalAcceptor acceptor) {
        ContentAssistEntry entry = getProposalCreator().createProposal(value, context, ContentAssistEntry.KIND_VALUE,
                proposal -> proposal.setDescription(reason));
        if (entry != null) {
            acceptor.accept(entry, priority);
        }
    }

    /** What an assignment fills; a rule that several types share has no type of its own. */
    private static Optional<EStructuralFeature> feature(Assignment assignment, ContentAssistContext context) {
        TypeRef type = GrammarUtil.containingParserRule(assignment).getType();
        EClass owner = type != null && type.getClassifier() instanceof EClass named ? named
                : context.getCurrentModel() == null ? null : context.getCurrentModel().eClass();
        return owner == null ? Optional.empty() : Optional.ofNullable(owner.getEStructuralFeature(assignment.getFeature()));
    }

    private static Optional<String> keywordBefore(Assignment assignment) {
        if (!(assignment.eContainer() instanceof Group group)) {
            return Optional.empty();
        }
        int index = group.getElements().indexOf(assignment);
        AbstractElement before = index > 0 ? group.getElements().get(index - 1) : null;
        return before instanceof Keyword keyword ? Optional.of(keyword.getValue()) : Optional.empty();
    }

    @Override
    protected void _createProposals(CrossReference reference, ContentAssistContext context,
            IIdeContentProposalAcceptor acceptor) {
        Set<String> served = servers(reference, context);
        super._createProposals(reference, context, new IIdeContentProposalAcceptor() {
            @Override
            public void accept(ContentAssistEntry entry, int priority) {
                boolean further = entry != null && !served.isEmpty() && !served.contains(entry.getProposal());
                acceptor.accept(entry, further ? FURTHER_SERVER : priority);
            }

            @Override
            public boolean canAcceptMoreProposals() {
                return acceptor.canAcceptMoreProposals();
            }
        });
    }

    /** The hubs that a tunnel registers with already, and the router itself: another one comes first. */
    private static Set<String> servers(CrossReference reference, ContentAssistContext context) {
        Assignment assignment = GrammarUtil.containingAssignment(reference);
        boolean server = assignment != null && feature(assignment, context)
                .filter(ModelPackage.Literals.SERVER_CLAUSE__ROUTER::equals).isPresent();
        JoinClause join = server ? EcoreUtil2.getContainerOfType(context.getCurrentModel(), JoinClause.class) : null;
        return join == null ? Set.of() : join.getServers().stream()
                .map(clause -> clause.getRouter()).filter(router -> router != null && router.getName() != null)
                .map(RouterDeclaration::getName).collect(Collectors.toSet());
    }
}
