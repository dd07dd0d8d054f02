package dmvpn.dsl;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import dmvpn.dsl.fragments.DmvpnFragmentProvider;
import dmvpn.dsl.linking.DmvpnLinker;
import dmvpn.dsl.naming.DmvpnDescriptionStrategy;
import dmvpn.dsl.naming.DmvpnNameProvider;
import dmvpn.dsl.parts.AnchoredNodeModelBuilder;
import dmvpn.dsl.parts.PartwiseParsing;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.scoping.DmvpnScopes;
import dmvpn.dsl.serializer.ModelReferenceSerializer;
import dmvpn.dsl.serializer.ModelSerializer;
import dmvpn.dsl.syntax.DmvpnValueConverters;
import dmvpn.dsl.syntax.GuardedLexer;
import dmvpn.dsl.syntax.SyntaxMessages;
import dmvpn.dsl.validation.DmvpnResourceValidator;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.ILinker;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.antlr.IPartialParsingHelper;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.IFragmentProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.serializer.ISerializer;
import org.eclipse.xtext.serializer.tokens.ICrossReferenceSerializer;
import org.eclipse.xtext.validation.IResourceValidator;

/** What this language does its own way; everything else is Xtext's. */
public class DmvpnRuntimeModule extends AbstractDmvpnRuntimeModule {

    @Override
    public Class<? extends XtextResource> bindXtextResource() {
        return DmvpnResource.class;
    }

    @Override
    public Class<? extends ILinker> bindILinker() {
        return DmvpnLinker.class;
    }

    @Override
    public Class<? extends IFragmentProvider> bindIFragmentProvider() {
        return DmvpnFragmentProvider.class;
    }

    @Override
    public Class<? extends IScopeProvider> bindIScopeProvider() {
        return DmvpnScopes.class;
    }

    @Override
    public void configureIScopeProviderDelegate(Binder binder) {
        // One scope provider; nothing is delegated.
    }

    @Override
    public Class<? extends IQualifiedNameProvider> bindIQualifiedNameProvider() {
        return DmvpnNameProvider.class;
    }

    /** Which elements are in the index. */
    public Class<? extends IDefaultResourceDescriptionStrategy> bindIDefaultResourceDescriptionStrategy() {
        return DmvpnDescriptionStrategy.class;
    }

    /** References by the names of their targets, legal or not. */
    public Class<? extends ICrossReferenceSerializer> bindICrossReferenceSerializer() {
        return ModelReferenceSerializer.class;
    }

    /** Models with names that mean nothing are printed too. */
    @Override
    public Class<? extends ISerializer> bindISerializer() {
        return ModelSerializer.class;
    }

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return DmvpnValueConverters.class;
    }

    /** A lexer that keeps from the parser what would overwhelm it. */
    @Override
    public void configureRuntimeLexer(Binder binder) {
        binder.bind(Lexer.class).annotatedWith(Names.named(LexerBindings.RUNTIME)).to(GuardedLexer.class);
    }

    /** Nodes that know the part of the file that they belong to. */
    public Class<? extends NodeModelBuilder> bindNodeModelBuilder() {
        return AnchoredNodeModelBuilder.class;
    }

    /** Parsing of what an edit touches. */
    @Override
    public Class<? extends IPartialParsingHelper> bindIPartialParserHelper() {
        return PartwiseParsing.class;
    }

    /** Syntax errors as sentences. */
    public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
        return SyntaxMessages.class;
    }

    /** All rules, once for each revision. */
    public Class<? extends IResourceValidator> bindIResourceValidator() {
        return DmvpnResourceValidator.class;
    }
}
