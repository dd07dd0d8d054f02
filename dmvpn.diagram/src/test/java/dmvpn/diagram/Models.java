package dmvpn.diagram;

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

    private Models() {
    }

    /** The model of a text, which may be broken. */
    public static Model parse(String text) {
        XtextResourceSet resources = new DmvpnStandaloneSetup().createInjectorAndDoEMFRegistration()
                .getInstance(XtextResourceSet.class);
        XtextResource resource = (XtextResource) resources.createResource(URI.createURI("memory:/test.dmvpn"));
        try {
            resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        EcoreUtil.resolveAll(resource);
        return (Model) resource.getContents().getFirst();
    }
}
