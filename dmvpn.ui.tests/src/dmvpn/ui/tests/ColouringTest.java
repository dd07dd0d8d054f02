package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.PreferenceConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Colours by meaning, behind those of the words. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class ColouringTest {

    private static final String COLOUR = "dmvpn.dsl.ui.colour.";

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("colouring");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void declarationsAndReferencesHaveTheColourOfTheirKind() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        int declared = Models.PHASE_3.indexOf("HQ1");
        int used = Models.PHASE_3.indexOf("via HQ1") + "via ".length();

        Ui.waitUntil("the colour of the hub", () -> colour("router").equals(colourAt(editor, declared)));
        assertThat(Ui.get(() -> styleAt(editor, declared).fontStyle)).isEqualTo(SWT.BOLD);
        assertThat(Ui.get(() -> colourAt(editor, used))).isEqualTo(Ui.get(() -> colour("router")));
        assertThat(Ui.get(() -> styleAt(editor, used).fontStyle)).isEqualTo(SWT.NORMAL);
        assertThat(Ui.get(() -> colourAt(editor, Models.PHASE_3.indexOf("join Corp") + "join ".length())))
                .isEqualTo(Ui.get(() -> colour("network")));
        assertThat(Ui.get(() -> colourAt(editor, Models.PHASE_3.indexOf("wan Internet") + "wan ".length())))
                .isEqualTo(Ui.get(() -> colour("transport")));
        assertThat(Ui.get(() -> colourAt(editor, Models.PHASE_3.indexOf("aes-gcm-256"))))
                .isEqualTo(Ui.get(() -> colour("choice")));
        assertThat(Ui.get(() -> colourAt(editor, Models.PHASE_3.indexOf("203.0.113.1"))))
                .isEqualTo(Ui.get(() -> colour("value")));
        Screenshots.take("colours");
    }

    @Test
    void aNameThatIsSpeltLikeAWordOfTheLanguageIsAName() throws Exception {
        String text = "network Demo\n\ntransport overlay { latency 10ms }\n";
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", text));

        Ui.waitUntil("the colour of a transport", () -> colour("transport").equals(colourAt(editor, text.indexOf("overlay"))));
    }

    @Test
    void coloursMoveWithWhatIsTypedAtOnce() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        int declared = Models.PHASE_3.indexOf("HQ1");
        Ui.waitUntil("the colour of the hub", () -> colour("router").equals(colourAt(editor, declared)));

        RGB behind = Ui.get(() -> {
            editor.setFocus();
            text(editor).setCaretOffset(declared + 2);
            Keys.type(editor, "0");
            return colourAt(editor, declared + 3); // in the same turn of the UI thread: no answer can have come
        });

        assertThat(Ui.get(() -> document(editor).get())).contains("hub HQ01");
        assertThat(behind).isEqualTo(Ui.get(() -> colour("router")));
    }

    @Test
    void coloursFollowTheDarkTheme() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        int declared = Models.PHASE_3.indexOf("HQ1");
        Ui.waitUntil("the colour of the hub", () -> colour("router").equals(colourAt(editor, declared)));
        RGB light = Ui.get(() -> colourAt(editor, declared));

        try {
            Ui.run(() -> theme("org.eclipse.e4.ui.css.theme.e4_dark"));
            Ui.waitUntil("the dark colours", () -> new RGB(121, 190, 240).equals(colourAt(editor, declared))
                    && new RGB(230, 138, 66).equals(colourAt(editor, declared - "hub ".length())));
            Screenshots.take("colours-dark");
        } finally {
            Ui.run(() -> theme("org.eclipse.e4.ui.css.theme.e4_default"));
        }
        Ui.waitUntil("the light colours", () -> light.equals(colourAt(editor, declared)));
    }

    @Test
    void aColourOfThePreferencesIsThatOfAnOpenEditorAtOnce() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        int declared = Models.PHASE_3.indexOf("HQ1");
        Ui.waitUntil("the colour of the hub", () -> colour("router").equals(colourAt(editor, declared)));
        RGB before = Ui.get(() -> colour("router"));
        RGB chosen = new RGB(200, 20, 120);
        // What the page Colors and Fonts writes.
        IPreferenceStore colours = new ScopedPreferenceStore(InstanceScope.INSTANCE, PlatformUI.PLUGIN_ID + ".workbench");

        try {
            Ui.run(() -> PreferenceConverter.setValue(colours, COLOUR + "router", chosen));
            Ui.waitUntil("the chosen colour", () -> chosen.equals(colourAt(editor, declared)));
        } finally {
            Ui.run(() -> colours.setToDefault(COLOUR + "router"));
        }
        Ui.waitUntil("the colour from before", () -> before.equals(colourAt(editor, declared)));
    }

    private static void theme(String id) {
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
    }

    private static StyleRange styleAt(ITextEditor editor, int offset) {
        return text(editor).getStyleRangeAtOffset(offset);
    }

    private static RGB colourAt(ITextEditor editor, int offset) {
        StyleRange style = styleAt(editor, offset);
        return style == null || style.foreground == null ? null : style.foreground.getRGB();
    }

    private static RGB colour(String name) {
        return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry()
                .getRGB(COLOUR + name);
    }
}
