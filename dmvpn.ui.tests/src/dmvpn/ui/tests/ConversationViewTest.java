package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Views;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What belongs together with the event at the time cursor, and the state machine behind it. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class ConversationViewTest {

    private static final Duration KNOWN = Duration.ofSeconds(3);

    @TempDir
    private Path folder;
    private SimulationDebugTarget target;
    private IViewPart view;

    @BeforeEach
    void open(TestInfo test) throws Exception {
        Ui.run(Workbench::showPerspective);
        target = Launches.debug(new ModelProject("conversation" + test.getTestMethod().orElseThrow().getName()).file("net.dmvpn", Models.PHASE_3));
        Ui.waitUntil("the cursor", () -> TimeCursor.ofWorkbench().place().hasState());
        view = Ui.get(() -> ModelProject.page().showView("dmvpn.sim.ui.conversation"));
    }

    @AfterEach
    void end() throws Exception {
        Ui.run(() -> ModelProject.page().hideView(view));
        Launches.removeAll();
    }

    private Table table() {
        return Views.controls(view, Table.class).getFirst();
    }

    private String selectedMessage() {
        return table().getSelectionIndex() < 0 ? "" : table().getItem(table().getSelectionIndex()).getText(3);
    }

    /** What the drawing tells a screen reader. */
    private String machine() throws ReflectiveOperationException {
        Canvas canvas = Views.controls(view, Canvas.class).getLast();
        var listeners = Accessible.class.getDeclaredField("accessibleListeners");
        listeners.setAccessible(true);
        AccessibleEvent event = new AccessibleEvent(canvas.getAccessible());
        ((List<?>) listeners.get(canvas.getAccessible())).forEach(listener -> ((AccessibleListener) listener).getName(event));
        return event.result;
    }

    @Test
    void anIkeExchangeIsShownWithItsStateMachine() {
        int event = Views.goTo(target, KNOWN, each -> each.message().equals("IKE_AUTH request sent"));

        Ui.waitUntil("the exchange", () -> selectedMessage().equals("IKE_AUTH request sent"));
        assertThat(Ui.get(() -> Views.rows(table()).stream().map(row -> row.get(3)).toList())).containsSubsequence(
                "IKE_SA_INIT request sent", "IKE_SA_INIT request received", "IKE_SA_INIT response sent", "IKE_SA_INIT response received",
                "IKE_AUTH request sent");
        Ui.waitUntil("the state", () -> machine().contains("is AUTH SENT: "));
        assertThat(Ui.get(() -> Views.description(view))).contains("so far it ends with: ");
        assertThat(event).isPositive();
        Screenshots.take("conversation");
    }

    @Test
    void openingAnEventMovesTheCursorAndTheState() {
        Views.goTo(target, KNOWN, each -> each.message().equals("Registration Request sent"));
        Ui.waitUntil("the registration", () -> selectedMessage().equals("Registration Request sent") && machine().contains("is expecting: "));

        Ui.run(() -> {
            for (int row = 0; row < table().getItemCount(); row++) {
                if (table().getItem(row).getText(3).equals("NHS up")) {
                    Views.open(table(), row);
                    return;
                }
            }
            throw new AssertionError("the registration has no end");
        });

        Ui.waitUntil("the end", () -> selectedMessage().equals("NHS up") && machine().contains("is up: "));
        assertThat(target.session().event().orElseThrow().message()).isEqualTo("NHS up");
    }

    @Test
    void thePacketsOfTheConversationOpenInWireshark() throws Exception {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("dmvpn.sim.ui");
        Path program = Files.writeString(folder.resolve("stand-in"), "#!/bin/sh\ncp \"$1\" \"$(dirname \"$0\")/copy\" && mv \"$(dirname \"$0\")/copy\" \"$(dirname \"$0\")/opened\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        preferences.put("wireshark", program.toString());
        try {
            int event = Views.goTo(target, KNOWN, each -> each.message().equals("Registration Request sent"));
            Ui.waitUntil("the registration", () -> selectedMessage().equals("Registration Request sent")
                    && Views.action(view, "Open in Wireshark").isEnabled());

            Ui.run(() -> Workbench.execute("dmvpn.sim.ui.packet.wireshark"));

            Path opened = Ui.waitFor("Wireshark", () -> Optional.of(folder.resolve("opened")).filter(Files::exists));
            assertThat(new String(Files.readAllBytes(opened), StandardCharsets.ISO_8859_1))
                    .contains("Registration Request (IPv4, ESP, GRE, NHRP)", "Registration Reply (IPv4, ESP, GRE, NHRP)");
            assertThat(target.session().eventIndex()).as("the cursor stays").isEqualTo(event);
        } finally {
            preferences.remove("wireshark");
        }
    }

    @Test
    void beforeTheFirstEventThereIsNone() {
        Ui.waitUntil("nothing", () -> Views.description(view).equals("Before the first event there is no conversation"));
        assertThat(Ui.get(() -> TimeCursor.ofWorkbench().place().event())).isEqualTo(DebugSession.BEFORE_FIRST_EVENT);
        assertThat(Ui.get(() -> table().getItemCount())).isZero();
        assertThat(Ui.get(() -> Views.action(view, "Go to Event").isEnabled())).isFalse();
    }
}
