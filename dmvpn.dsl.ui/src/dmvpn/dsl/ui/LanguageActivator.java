package dmvpn.dsl.ui;

import dmvpn.dsl.ide.lens.LastVerdicts;
import dmvpn.dsl.ui.formatting.FormatOnSave;
import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.minings.ScenarioCommands;
import dmvpn.dsl.ui.navigation.ModelEditorContext;
import dmvpn.dsl.ui.problems.ProblemAnnotations;
import dmvpn.dsl.ui.problems.ProblemMarkers;
import dmvpn.dsl.ui.project.FileChanges;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Offers the one {@link LanguageSession} of the workbench, and its verdicts, as services; it starts at its first use. */
public final class LanguageActivator implements BundleActivator {

    private LazySession lazySession;

    @Override
    public void start(BundleContext context) {
        lazySession = new LazySession();
        context.registerService(LanguageSession.class, lazySession, null);
        // Whoever runs scenarios reports here what came of them, and need not know the editor.
        context.registerService(LastVerdicts.class, new Verdicts(lazySession), null);
    }

    @Override
    public void stop(BundleContext context) {
        lazySession.shutdown();
    }

    private record Verdicts(LazySession session) implements ServiceFactory<LastVerdicts> {

        @Override
        public LastVerdicts getService(Bundle bundle, ServiceRegistration<LastVerdicts> registration) {
            return session.getService(bundle, null).verdicts();
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<LastVerdicts> registration, LastVerdicts service) {
            // They live as long as the session.
        }
    }

    private static final class LazySession implements ServiceFactory<LanguageSession> {

        private final FormatOnSave formatOnSave = new FormatOnSave();
        private LanguageSession session;
        private FileChanges changes;

        @Override
        public synchronized LanguageSession getService(Bundle bundle, ServiceRegistration<LanguageSession> registration) {
            if (session == null) {
                session = new LanguageSession(new ScenarioCommands());
                session.addDiagnosticsListener(new ProblemMarkers(session));
                session.addDiagnosticsListener(new ProblemAnnotations());
                changes = new FileChanges(session);
                changes.start();
                ModelEditorContext.follow();
                formatOnSave.install();
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
                changes.stop();
                formatOnSave.uninstall();
                session.shutdown();
                session = null;
            }
        }
    }
}
