package dmvpn.dsl.ui;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.problems.ProblemMarkers;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Offers the one {@link LanguageSession} of the workbench as a service, started at its first use. */
public final class LanguageActivator implements BundleActivator {

    private LazySession lazySession;

    @Override
    public void start(BundleContext context) {
        lazySession = new LazySession();
        context.registerService(LanguageSession.class, lazySession, null);
    }

    @Override
    public void stop(BundleContext context) {
        lazySession.shutdown();
    }

    private static final class LazySession implements ServiceFactory<LanguageSession> {

        private LanguageSession session;

        @Override
        public synchronized LanguageSession getService(Bundle bundle, ServiceRegistration<LanguageSession> registration) {
            if (session == null) {
                session = new LanguageSession();
                session.addDiagnosticsListener(new ProblemMarkers(session));
            }
            return session;
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<LanguageSession> registration,
                LanguageSession service) {
            // The session lives as long as the bundle.
        }

        synchronized void shutdown() {
            if (session != null) {
                session.shutdown();
                session = null;
            }
        }
    }
}
