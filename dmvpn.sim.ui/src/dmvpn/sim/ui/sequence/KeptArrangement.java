package dmvpn.sim.ui.sequence;

import dmvpn.app.sequence.LifelineArrangement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** How people have arranged lifelines, kept with the workspace. */
final class KeptArrangement {

    private static final String ORDER = "sequenceChartLifelines";
    private static final String COLLAPSED = "sequenceChartCollapsedSites";
    private static final String BETWEEN = "\n";

    private KeptArrangement() {
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("dmvpn.sim.ui");
    }

    static LifelineArrangement read() {
        return new LifelineArrangement(names(ORDER), Set.copyOf(names(COLLAPSED)));
    }

    private static List<String> names(String key) {
        return Arrays.stream(preferences().get(key, "").split(BETWEEN)).filter(name -> !name.isEmpty()).distinct().toList();
    }

    static void keep(LifelineArrangement arrangement) {
        preferences().put(ORDER, String.join(BETWEEN, arrangement.order()));
        preferences().put(COLLAPSED, arrangement.collapsedSites().stream().sorted().collect(Collectors.joining(BETWEEN)));
        try {
            preferences().flush();
        } catch (BackingStoreException notSaved) {
            ILog.of(KeptArrangement.class).warn("The arrangement of the lifelines holds until the IDE is closed", notSaved);
        }
    }
}
