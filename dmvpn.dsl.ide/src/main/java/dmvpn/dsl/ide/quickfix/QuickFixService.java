package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** The quick fixes of the problems at a place. */
public final class QuickFixService {

    private final Map<String, QuickFix> fixes;

    /** Created by the language's injector. */
    @Inject
    public QuickFixService(UnknownNameFix unknownName, UnknownSettingFix unknownSetting) {
        List<QuickFix> all = List.of(unknownName, unknownSetting, new FreeTunnelAddressFix(),
                new AddressInOverlayFix(), new HostBitsFix(), new PasswordLengthFix(), new HoldingTimeFix(), new DeadPeerDetectionFix(),
                new TransportModeFix(), new TunnelMtuFix());
        fixes = all.stream().collect(Collectors.toMap(QuickFix::ruleId, Function.identity()));
    }

    /** The actions for the problems that the client shows at a place. */
    public List<CodeAction> codeActions(ModelDocument document, CodeActionParams parameters) {
        List<CodeAction> actions = new ArrayList<>();
        for (Diagnostic diagnostic : parameters.getContext().getDiagnostics()) {
            if (diagnostic.getCode() != null && diagnostic.getCode().isLeft()) {
                QuickFix fix = fixes.get(diagnostic.getCode().getLeft());
                if (fix != null) {
                    int offset = document.lines().offset(diagnostic.getRange().getStart());
                    int length = document.lines().offset(diagnostic.getRange().getEnd()) - offset;
                    Problem problem = new Problem(fix.ruleId(), document, offset, length);
                    fix.mends(problem).forEach(mend -> actions.add(action(document, diagnostic, mend)));
                }
            }
        }
        return actions;
    }

    private static CodeAction action(ModelDocument document, Diagnostic diagnostic, Mend mend) {
        CodeAction action = new CodeAction(mend.title());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(diagnostic));
        TextEdit edit = new TextEdit(document.lines().range(mend.offset(), mend.length()), mend.text());
        action.setEdit(new WorkspaceEdit(Map.of(document.uri(), List.of(edit))));
        return action;
    }
}
