package dmvpn.diagram;

import com.google.inject.Injector;
import dmvpn.dsl.DmvpnStandaloneSetup;
import dmvpn.dsl.model.Model;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;

/** Linked models from text. */
public final class Models {

    /** Setting the language up takes longer than most tests. */
    private static final Injector LANGUAGE = new DmvpnStandaloneSetup().createInjectorAndDoEMFRegistration();

    private Models() {
    }

    /** The model of a text, which may be broken. */
    public static Model parse(String text) {
        return parse(URI.createURI("memory:/test.dmvpn"), text);
    }

    /** The model of a text that stands for a file, which may import others beside it. */
    public static Model parse(URI file, String text) {
        XtextResourceSet resources = LANGUAGE.getInstance(XtextResourceSet.class);
        XtextResource resource = (XtextResource) resources.createResource(file);
        try {
            resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        EcoreUtil.resolveAll(resource);
        return (Model) resource.getContents().getFirst();
    }
}
