package dmvpn.dap;

import dmvpn.app.debug.Debugger;
import dmvpn.app.debug.watch.WatchCompletion;
import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.debug.watch.WatchValue;
import org.eclipse.lsp4j.debug.CompletionItem;
import org.eclipse.lsp4j.debug.CompletionsArguments;
import org.eclipse.lsp4j.debug.CompletionsResponse;
import org.eclipse.lsp4j.debug.DataBreakpointAccessType;
import org.eclipse.lsp4j.debug.DataBreakpointInfoArguments;
import org.eclipse.lsp4j.debug.DataBreakpointInfoResponse;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateResponse;

/**
 * What an editor asks of expressions.
 *
 * @param debugger the run that they speak of
 * @param variables numbers the values that have parts
 */
record AdapterExpressions(Debugger debugger, VariableStore variables) {

    /** @throws WatchException when the expression means nothing */
    EvaluateResponse evaluate(EvaluateArguments arguments) throws WatchException {
        WatchValue value = debugger.evaluate(arguments.getExpression());
        EvaluateResponse response = new EvaluateResponse();
        response.setResult(value.text());
        response.setVariablesReference(variables.reference(arguments.getExpression(), value.variable("").children()));
        return response;
    }

    CompletionsResponse completions(CompletionsArguments arguments) {
        // Columns are counted from 1.
        String before = arguments.getText().substring(0, Math.min(arguments.getText().length(), Math.max(0, arguments.getColumn() - 1)));
        WatchCompletion completion = WatchCompletion.at(before, debugger.scope());
        CompletionsResponse response = new CompletionsResponse();
        response.setTargets(completion.proposals().stream().map(proposal -> {
            CompletionItem item = new CompletionItem();
            item.setLabel(proposal);
            item.setStart(completion.start());
            item.setLength(before.length() - completion.start());
            return item;
        }).toArray(CompletionItem[]::new));
        return response;
    }

    /** Whether a value can be watched for changes, and as what. */
    DataBreakpointInfoResponse watchable(DataBreakpointInfoArguments arguments) {
        String expression = arguments.getVariablesReference() == null ? arguments.getName()
                : variables.expression(arguments.getVariablesReference(), arguments.getName()).orElse(null);
        DataBreakpointInfoResponse response = new DataBreakpointInfoResponse();
        response.setDataId(expression);
        response.setDescription(expression == null ? "This is a value of a past event, which does not change" : expression);
        response.setAccessTypes(new DataBreakpointAccessType[] {DataBreakpointAccessType.WRITE});
        response.setCanPersist(true);
        return response;
    }
}
