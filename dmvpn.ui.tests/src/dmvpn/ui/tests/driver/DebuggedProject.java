package dmvpn.ui.tests.driver;

import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IExpressionManager;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A project for each test, with one model, in the perspective as it is at first. After the test all launches, breakpoints and
 * expressions are gone. The project stays: the Debug view may still open an editor of its file, which would then be gone.
 */
public final class DebuggedProject implements BeforeEachCallback, AfterEachCallback {

    private static final String[] VIEWS = {"org.eclipse.debug.ui.BreakpointView", "org.eclipse.debug.ui.ExpressionView"};

    private final String text;
    private ModelProject project;
    private IFile model;

    /** @param text text of the model */
    public DebuggedProject(String text) {
        this.text = text;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        project = new ModelProject(context.getRequiredTestMethod().getName());
        model = project.file("net.dmvpn", text);
        Ui.run(Workbench::showPerspective);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        IExpressionManager expressions = DebugPlugin.getDefault().getExpressionManager();
        expressions.removeExpressions(expressions.getExpressions());
        for (String view : VIEWS) {
            Ui.run(() -> ModelProject.page().hideView(ModelProject.page().findView(view)));
        }
        Simulations.endAll();
        Simulations.removeBreakpoints();
    }

    /** The project. */
    public ModelProject project() {
        return project;
    }

    /** Its model. */
    public IFile model() {
        return model;
    }
}
