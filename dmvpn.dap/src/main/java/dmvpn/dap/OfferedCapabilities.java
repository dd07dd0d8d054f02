package dmvpn.dap;

import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ExceptionBreakpointsFilter;

/** What an editor may ask for. */
final class OfferedCapabilities {

    private OfferedCapabilities() {
    }

    static Capabilities all() {
        Capabilities offered = new Capabilities();
        offered.setSupportsConfigurationDoneRequest(true);
        offered.setSupportsStepBack(true);
        offered.setSupportsCancelRequest(true);
        offered.setSupportsRestartRequest(true);
        offered.setSupportsTerminateRequest(true);
        offered.setSupportsConditionalBreakpoints(true);
        offered.setSupportsHitConditionalBreakpoints(true);
        offered.setSupportsLogPoints(true);
        offered.setSupportsFunctionBreakpoints(true);
        offered.setSupportsDataBreakpoints(true);
        offered.setSupportsSetVariable(true);
        offered.setSupportsSetExpression(true);
        offered.setSupportsEvaluateForHovers(true);
        offered.setSupportsCompletionsRequest(true);
        offered.setCompletionTriggerCharacters(new String[] {".", "["});
        offered.setSupportsDelayedStackTraceLoading(true);
        ExceptionBreakpointsFilter expectations = new ExceptionBreakpointsFilter();
        expectations.setFilter(AdapterBreakpoints.EXPECTATIONS);
        expectations.setLabel("Expectations that are not met");
        expectations.setDefault_(true);
        offered.setExceptionBreakpointFilters(new ExceptionBreakpointsFilter[] {expectations});
        return offered;
    }
}
