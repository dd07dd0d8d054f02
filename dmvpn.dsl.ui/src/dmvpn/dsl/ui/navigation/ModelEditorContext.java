package dmvpn.dsl.ui.navigation;

import dmvpn.dsl.ui.language.ModelEditor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.Expression;
import org.eclipse.core.expressions.ExpressionInfo;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;

/** The key bindings of models are in force while the active part is an editor of a model's text. */
public final class ModelEditorContext extends Expression {

    /** Identifier of the context, a child of the Generic Editor's. */
    public static final String ID = "dmvpn.dsl.ui.modelEditorContext";

    /** The platform keeps what is activated once for as long as the workbench runs. */
    private static final AtomicBoolean FOLLOWING = new AtomicBoolean();

    private ModelEditorContext() {
    }

    /**
     * Follows the active part from now on; may be called on any thread. To be called again where an editor is there, as the first
     * time there may be no workbench yet.
     */
    public static void follow() {
        if (PlatformUI.isWorkbenchRunning() && FOLLOWING.compareAndSet(false, true)) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> PlatformUI.getWorkbench()
                    .getService(IContextService.class).activateContext(ID, new ModelEditorContext()));
        }
    }

    @Override
    public EvaluationResult evaluate(IEvaluationContext context) {
        return EvaluationResult.valueOf(context.getVariable(ISources.ACTIVE_PART_NAME) instanceof IWorkbenchPart part
                && ModelEditor.of(part).filter(editor -> editor.text().isPresent()).isPresent());
    }

    @Override
    public void collectExpressionInfo(ExpressionInfo info) {
        info.addVariableNameAccess(ISources.ACTIVE_PART_NAME);
    }
}
