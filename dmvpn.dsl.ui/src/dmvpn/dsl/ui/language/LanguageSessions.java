package dmvpn.dsl.ui.language;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Where contributions that the platform creates find the {@link LanguageSession}. */
public final class LanguageSessions {

    private LanguageSessions() {
    }

    /** The session of this workbench. */
    public static LanguageSession current() {
        BundleContext context = FrameworkUtil.getBundle(LanguageSessions.class).getBundleContext();
        ServiceReference<LanguageSession> reference = context.getServiceReference(LanguageSession.class);
        return context.getService(reference);
    }
}
