package dmvpn.dsl.ide;

import dmvpn.dsl.ide.completion.ModelProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;

/** The services of the language that editors use. */
public class DmvpnIdeModule extends AbstractDmvpnIdeModule {

    /** Proposes keywords only where they mean something. */
    public Class<? extends IdeContentProposalProvider> bindIdeContentProposalProvider() {
        return ModelProposalProvider.class;
    }
}
