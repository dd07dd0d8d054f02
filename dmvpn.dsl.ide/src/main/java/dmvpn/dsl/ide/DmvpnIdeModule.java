package dmvpn.dsl.ide;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import dmvpn.dsl.ide.completion.CompletionLexer;
import dmvpn.dsl.ide.completion.ElementParser;
import dmvpn.dsl.ide.completion.ModelContextFactory;
import dmvpn.dsl.ide.completion.ModelProposalProvider;
import org.eclipse.xtext.ide.LexerIdeBindings;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;
import org.eclipse.xtext.ide.editor.contentassist.antlr.internal.Lexer;

/** The services of the language that editors use. */
public class DmvpnIdeModule extends AbstractDmvpnIdeModule {

    /** Reads the element around the place and nothing else. */
    @Override
    public Class<? extends IContentAssistParser> bindIContentAssistParser() {
        return ElementParser.class;
    }

    /** Knows values that begin with a computed part. */
    @Override
    public void configureContentAssistLexer(Binder binder) {
        binder.bind(Lexer.class).annotatedWith(Names.named(LexerIdeBindings.CONTENT_ASSIST)).to(CompletionLexer.class);
    }

    /** Looks around the place alone. */
    public Class<? extends ContentAssistContextFactory> bindContentAssistContextFactory() {
        return ModelContextFactory.class;
    }

    /** Proposes keywords only where they mean something. */
    public Class<? extends IdeContentProposalProvider> bindIdeContentProposalProvider() {
        return ModelProposalProvider.class;
    }
}
