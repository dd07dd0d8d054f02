package dmvpn.sim.ui.breakpoint;

import dmvpn.sim.ui.debug.SimulationBreakpoint;
import java.util.Set;
import org.eclipse.debug.ui.IDetailPane;
import org.eclipse.debug.ui.IDetailPaneFactory;
import org.eclipse.jface.viewers.IStructuredSelection;

/** Offers the details of one selected breakpoint to the Breakpoints view. */
public final class BreakpointDetailPanes implements IDetailPaneFactory {

    @Override
    public Set<String> getDetailPaneTypes(IStructuredSelection selection) {
        return selection.size() == 1 && selection.getFirstElement() instanceof SimulationBreakpoint
                ? Set.of(BreakpointDetailPane.ID) : Set.of();
    }

    @Override
    public String getDefaultDetailPane(IStructuredSelection selection) {
        return getDetailPaneTypes(selection).stream().findFirst().orElse(null);
    }

    @Override
    public IDetailPane createDetailPane(String id) {
        return BreakpointDetailPane.ID.equals(id) ? new BreakpointDetailPane() : null;
    }

    @Override
    public String getDetailPaneName(String id) {
        return BreakpointDetailPane.ID.equals(id) ? BreakpointDetailPane.NAME : null;
    }

    @Override
    public String getDetailPaneDescription(String id) {
        return BreakpointDetailPane.ID.equals(id) ? "What a DMVPN breakpoint stops at, and what it tells" : null;
    }
}
