package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** The workbench that the other tests of this bundle run in. */
class WorkbenchTest {

    @Test
    void theWorkbenchStartsWithAWindow() {
        AtomicReference<Integer> windows = new AtomicReference<>();
        Display.getDefault().syncExec(() -> windows.set(PlatformUI.getWorkbench().getWorkbenchWindowCount()));
        assertThat(windows.get()).isEqualTo(1);
    }

    @Test
    void theBundlesOfTheProductAreThereAndResolved() {
        for (String name : new String[] {"dmvpn.app", "dmvpn.dsl.ui", "dmvpn.sim.ui", "dmvpn.diagram.ui"}) {
            assertThat(Platform.getBundle(name)).as(name).isNotNull();
            assertThat(Platform.getBundle(name).getState()).as(name)
                    .isGreaterThanOrEqualTo(org.osgi.framework.Bundle.RESOLVED);
        }
    }
}
