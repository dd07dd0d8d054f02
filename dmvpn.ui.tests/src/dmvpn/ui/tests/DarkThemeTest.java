package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.sequence.SequenceColours;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.sequence.SequenceChartView;
import dmvpn.ui.tests.driver.DebuggedProject;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The views of a simulation in the dark theme: what they draw themselves is read as well as what the platform draws. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DarkThemeTest {

    /** Of text, and of lines and marks, as the Web Content Accessibility Guidelines ask for (1.4.3 and 1.4.11, AA). */
    private static final double CONTRAST_OF_TEXT = 4.5;
    private static final double CONTRAST_OF_LINES = 3;

    private static final String COLOUR = "dmvpn.sim.ui.colour.";

    @RegisterExtension
    final DebuggedProject debugged = new DebuggedProject(Models.PHASE_3);

    private final List<IViewPart> views = new ArrayList<>();

    @BeforeEach
    void darken() {
        Ui.run(() -> theme("org.eclipse.e4.ui.css.theme.e4_dark"));
    }

    @AfterEach
    void lighten() {
        Ui.run(() -> {
            views.forEach(ModelProject.page()::hideView);
            theme("org.eclipse.e4.ui.css.theme.e4_default");
        });
    }

    private static void theme(String id) {
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
    }

    private IViewPart open(String id) {
        IViewPart view = Ui.get(() -> ModelProject.page().showView(id));
        views.add(view);
        return view;
    }

    private static RGB colour(String name) {
        ColorRegistry colours = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return colours.getRGB(COLOUR + name);
    }

    private static double contrast(RGB one, RGB other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(RGB colour) {
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static void assertReadable(String what, RGB foreground, RGB background, double least) {
        assertThat(contrast(foreground, background)).as("contrast of %s: %s on %s", what, foreground, background).isGreaterThanOrEqualTo(least);
    }

    private SimulationDebugTarget debugToRegistration() {
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        Views.goTo(target, Duration.ofSeconds(3), DarkThemeTest::isRegistration);
        return target;
    }

    private static boolean isRegistration(RecordedEvent event) {
        return event.nodeName().equals("HQ1") && event.message().equals("Registration Request received");
    }

    @Test
    void whatTheViewsMarkIsReadOnItsColour() {
        IViewPart tables = open("dmvpn.sim.ui.tables");
        IViewPart packet = open("dmvpn.sim.ui.packet");
        debugToRegistration();
        Ui.waitUntil("the tables", () -> !Views.controls(tables, Table.class).isEmpty() || !Views.controls(tables, Tree.class).isEmpty());
        Control control = Ui.get(() -> Views.controls(tables, Control.class).getLast());
        RGB text = Ui.get(() -> control.getForeground().getRGB());
        RGB behind = Ui.get(() -> control.getBackground().getRGB());
        assertThat(luminance(behind)).as("the theme is dark").isLessThan(0.1);

        Ui.run(() -> {
            for (String change : List.of("added", "changed", "removed")) {
                assertReadable("what was " + change, text, colour(change), CONTRAST_OF_TEXT);
            }
            assertReadable("the bytes of a field", colour("bytes.foreground"), colour("bytes"), CONTRAST_OF_TEXT);
            assertReadable("the current state", colour("state.foreground"), colour("state"), CONTRAST_OF_TEXT);
            assertReadable("a transition", colour("transition"), behind, CONTRAST_OF_LINES);
        });
        Ui.run(() -> ModelProject.page().activate(packet));
        Screenshots.take("dark-packet");
    }

    @Test
    void theSequenceChartIsDrawnInTheColoursOfTheTheme() {
        SequenceChartView chart = (SequenceChartView) open(SequenceChartView.ID);
        SimulationDebugTarget target = debugToRegistration();
        Ui.waitUntil("the events in the chart", () -> chart.frame().isPresent() && chart.frame().get().layout().rows().count() > 0);
        Screenshots.take("dark-sequence-chart");

        Map<RGB, Integer> drawn = Ui.get(() -> drawn(chart.control()));
        RGB background = mostFrequent(drawn);
        assertThat(luminance(background)).as("background %s", background).isLessThan(0.1);
        assertThat(drawn.keySet()).as("something in a colour that is read on it")
                .anyMatch(each -> contrast(each, background) >= CONTRAST_OF_TEXT);
        Set<String> protocols = target.session().ofTrace(trace -> {
            Set<String> all = new java.util.TreeSet<>();
            trace.forEach(event -> all.add(event.protocol()));
            return all;
        });
        assertThat(protocols).contains("NHRP", "IKEv2");
        for (String protocol : protocols) {
            String hex = SequenceColours.DARK.of(protocol, List.copyOf(protocols));
            int rgb = Integer.parseInt(hex.substring(1), 16);
            assertReadable(protocol, new RGB(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255), background, CONTRAST_OF_TEXT);
        }
    }

    @Test
    void theStateMachineIsDrawnInTheColoursOfTheTheme() {
        IViewPart conversation = open("dmvpn.sim.ui.conversation");
        debugToRegistration();
        Ui.waitUntil("the conversation", () -> Views.description(conversation) != null
                && Views.controls(conversation, Table.class).stream().anyMatch(table -> table.getItemCount() > 0));
        Screenshots.take("dark-conversation");

        Map<RGB, Integer> drawn = Ui.get(() -> drawn(Views.controls(conversation, Canvas.class).getLast()));
        RGB background = mostFrequent(drawn);
        assertThat(luminance(background)).as("background %s", background).isLessThan(0.1);
        assertThat(drawn.keySet()).anyMatch(each -> contrast(each, background) >= CONTRAST_OF_TEXT);
        assertThat(drawn).as("the mark of the current state").containsKey(Ui.get(() -> colour("state")));
    }

    /** The colours of a control as it is drawn now, by their frequency. */
    private static Map<RGB, Integer> drawn(Control control) {
        control.update();
        Rectangle area = new Rectangle(0, 0, control.getSize().x, control.getSize().y);
        Image picture = new Image(control.getDisplay(), area.width, area.height);
        GC gc = new GC(control);
        try {
            gc.copyArea(picture, 0, 0);
            ImageData data = picture.getImageData();
            Map<RGB, Integer> colours = new HashMap<>();
            for (int y = 0; y < data.height; y++) {
                for (int x = 0; x < data.width; x++) {
                    colours.merge(data.palette.getRGB(data.getPixel(x, y)), 1, Integer::sum);
                }
            }
            return colours;
        } finally {
            gc.dispose();
            picture.dispose();
        }
    }

    private static RGB mostFrequent(Map<RGB, Integer> drawn) {
        return drawn.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
}
