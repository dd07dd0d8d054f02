package dmvpn.dsl.resource;

import dmvpn.dsl.DmvpnStandaloneSetup;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;

/**
 * Makes resources for tools that know EMF and not this language: {@code plugin.xml} names it for the files' extension. Where
 * the language is set up already, as the editor does, its resources are those of that setup, so that there is one language
 * in a process; otherwise it is set up now, which takes most of a second.
 */
public final class DmvpnResourceFactory implements Resource.Factory {

    private static final String EXTENSION = "dmvpn";

    @Override
    public Resource createResource(URI uri) {
        return services().get(IResourceFactory.class).createResource(uri);
    }

    private static IResourceServiceProvider services() {
        // Several tools may ask at once: the language is set up once.
        synchronized (DmvpnResourceFactory.class) {
            if (registered() == null) {
                DmvpnStandaloneSetup.doSetup();
            }
            return registered();
        }
    }

    private static IResourceServiceProvider registered() {
        return IResourceServiceProvider.Registry.INSTANCE.getExtensionToFactoryMap().get(EXTENSION)
                instanceof IResourceServiceProvider known ? known : null;
    }
}
