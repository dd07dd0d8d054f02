package dmvpn.dsl.ide;

import dmvpn.dsl.ide.completion.ElementParser;
import dmvpn.dsl.ide.completion.ModelProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;

/** The services of the language that editors use. */
public class DmvpnIdeModule extends AbstractDmvpnIdeModule {

    /** Reads the element around the place and nothing else. */
    @Override
    public Class<? extends IContentAssistParser> bindIContentAssistParser() {
        return ElementParser.class;
    }

    /** Proposes keywords only where they mean something. */
    public Class<? extends IdeContentProposalProvider> bindIdeContentProposalProvider() {
        return ModelProposalProvider.class;
    }
}
