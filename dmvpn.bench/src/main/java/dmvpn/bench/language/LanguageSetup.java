package dmvpn.bench.language;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dmvpn.dsl.AbstractDmvpnRuntimeModule;
import dmvpn.dsl.DmvpnRuntimeModule;
import dmvpn.dsl.DmvpnStandaloneSetup;
import dmvpn.dsl.syntax.DmvpnValueConverters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.LazyStringInputStream;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/** A way to set the language up: the product's, or our grammar with everything else as Xtext brings it. */
final class LanguageSetup {

    /** Default naming, scoping, linking, fragments and validation, no rules; only the tokens are read as ours are. */
    private static final class PlainModule extends AbstractDmvpnRuntimeModule {
        @Override
        public Class<? extends IValueConverterService> bindIValueConverterService() {
            return DmvpnValueConverters.class;
        }
    }

    /** Registers each set-up under an injector of its own, as an application does. */
    private static final class Setup extends DmvpnStandaloneSetup {
        private final Module module;

        Setup(Module module) {
            this.module = module;
        }

        @Override
        public Injector createInjector() {
            return Guice.createInjector(module);
        }
    }

    private final Injector injector;

    private LanguageSetup(Module module) {
        this.injector = new Setup(module).createInjectorAndDoEMFRegistration();
    }

    static LanguageSetup product() {
        return new LanguageSetup(new DmvpnRuntimeModule());
    }

    static LanguageSetup plain() {
        return new LanguageSetup(new PlainModule());
    }

    /** Opens a text as a file that is not checked yet. */
    XtextResource open(String text) throws IOException {
        XtextResource resource = injector.getInstance(XtextResource.class);
        resource.setURI(URI.createURI("memory:/large.dmvpn"));
        injector.getInstance(XtextResourceSet.class).getResources().add(resource);
        resource.load(new LazyStringInputStream(text, StandardCharsets.UTF_8.name()), null);
        return resource;
    }

    /**
     * Links what is not linked yet and validates.
     *
     * @throws IllegalStateException when there are errors: advice is fine, but a broken model is not what is measured
     */
    void check(XtextResource resource) {
        EcoreUtil2.resolveLazyCrossReferences(resource, CancelIndicator.NullImpl);
        List<Issue> issues = injector.getInstance(IResourceValidator.class)
                .validate(resource, CheckMode.ALL, CancelIndicator.NullImpl);
        for (Issue issue : issues) {
            if (issue.getSeverity() == Severity.ERROR) {
                throw new IllegalStateException("The measured model has an error: " + issue.getMessage());
            }
        }
    }
}
