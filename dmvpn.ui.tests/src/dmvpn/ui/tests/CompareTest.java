package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.compare.BufferedContent;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.IStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.ResourceNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFileState;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Comparing models by their elements, in colour. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class CompareTest {

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("compare");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void anOlderStateIsComparedByElementsAndInColour() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        String now = Models.PHASE_3.replace("lan 10.1.0.0/16", "lan 10.9.0.0/16").replace("scenario FirstPacket", "scenario Renamed");
        file.setContents(now.getBytes(StandardCharsets.UTF_8), true, true, new NullProgressMonitor());
        IFileState before = file.getHistory(new NullProgressMonitor())[0];

        Ui.run(() -> CompareUI.openCompareEditor(new HistoryInput(file, before)));

        List<String> elements = Ui.waitFor("the elements that differ", () -> tree().map(CompareTest::texts)
                .filter(texts -> texts.contains("hub HQ1")));
        assertThat(elements).contains("lan", "scenario FirstPacket", "scenario Renamed")
                .doesNotContain("wan Internet", "cloud Corp", "crypto Suite");
        Ui.waitUntil("colours on both sides", () -> sides().stream().filter(CompareTest::isColoured).count() == 2);
        Screenshots.take("compare");
    }

    private static Optional<Tree> tree() {
        return Ui.controls(ModelProject.page().getActiveEditor().getSite().getShell(), Tree.class).stream()
                .filter(tree -> tree.isVisible() && texts(tree).stream().anyMatch(text -> text.startsWith("hub HQ1"))
                        && texts(tree).stream().noneMatch(text -> text.startsWith("Demo")))
                .findFirst();
    }

    private static List<String> texts(Tree tree) {
        List<String> texts = new ArrayList<>();
        collect(tree.getItems(), texts);
        return texts;
    }

    private static void collect(TreeItem[] items, List<String> texts) {
        for (TreeItem item : items) {
            texts.add(item.getText());
            collect(item.getItems(), texts);
        }
    }

    private static List<StyledText> sides() {
        return Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), StyledText.class).stream()
                .filter(text -> text.isVisible() && text.getText().contains("hub HQ1")).toList();
    }

    private static boolean isColoured(StyledText text) {
        StyleRange style = text.getStyleRangeAtOffset(text.getText().indexOf("hub HQ1"));
        return style != null && style.fontStyle == SWT.BOLD && style.foreground != null;
    }

    /** What the History view opens: the file on the left, an older state on the right. */
    private static final class HistoryInput extends CompareEditorInput {

        private final IFile file;
        private final IFileState state;

        HistoryInput(IFile file, IFileState state) {
            super(new CompareConfiguration());
            this.file = file;
            this.state = state;
            setTitle("Compare " + file.getName());
        }

        @Override
        protected Object prepareInput(IProgressMonitor monitor) {
            return new Differencer().findDifferences(false, monitor, null, null, new ResourceNode(file), new StateNode(state));
        }
    }

    private static final class StateNode extends BufferedContent implements ITypedElement, IStreamContentAccessor {

        private final IFileState state;

        StateNode(IFileState state) {
            this.state = state;
        }

        @Override
        protected InputStream createStream() throws CoreException {
            return state.getContents();
        }

        @Override
        public String getName() {
            return state.getName();
        }

        @Override
        public Image getImage() {
            return CompareUI.getImage(getType());
        }

        @Override
        public String getType() {
            return "dmvpn";
        }
    }
}
