package dmvpn.dsl.ide.completion;

import dmvpn.dsl.ide.hover.LanguageDocumentation;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;

/**
 * Proposes the keywords that mean something where they are proposed. The grammar accepts every keyword as a name and as
 * a stray word, so that one mistake does not spoil the rest of a file; those are no proposals.
 */
public final class ModelProposalProvider extends IdeContentProposalProvider {

    private final LanguageDocumentation documentation = new LanguageDocumentation();

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
                ContentAssistEntry.KIND_KEYWORD, proposal -> {
                    proposal.setSource(keyword);
                    documentation.ofKeyword(keyword.getValue()).ifPresent(text -> {
                        proposal.setDocumentation(text);
                        proposal.setDescription(firstSentence(text));
                    });
                });
        acceptor.accept(entry, getProposalPriorities().getKeywordPriority(keyword.getValue(), entry));
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end);
    }
}
