package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.packet.HexDump;
import dmvpn.app.packet.ShownPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Views;
import dmvpn.ui.tests.driver.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packet of the event at the time cursor: its fields and its bytes. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class PacketViewTest {

    private static final String VIEW = "dmvpn.sim.ui.packet";

    @TempDir
    private Path folder;
    private SimulationDebugTarget target;
    private IViewPart view;

    @BeforeEach
    void open(TestInfo test) throws Exception {
        Ui.run(Workbench::showPerspective);
        target = Launches.debug(new ModelProject("packet" + test.getTestMethod().orElseThrow().getName()).file("net.dmvpn", Models.PHASE_3));
        Ui.waitUntil("the cursor", () -> TimeCursor.ofWorkbench().place().hasState());
        view = Ui.get(() -> ModelProject.page().showView(VIEW));
    }

    @AfterEach
    void end() throws Exception {
        Ui.run(() -> ModelProject.page().hideView(view));
        Launches.removeAll();
    }

    private void goTo(String message) {
        Views.goTo(target, Duration.ofSeconds(3), event -> event.message().equals(message));
    }

    private <T extends Control> T control(Class<T> type) {
        return Views.controls(view, type).getFirst();
    }

    private static List<String> texts(TreeItem[] items) {
        return Arrays.stream(items).map(TreeItem::getText).toList();
    }

    private StyledText bytes() {
        CTabFolder folder = control(CTabFolder.class);
        return (StyledText) folder.getSelection().getControl();
    }

    /** Opens the layer and selects the field in it. */
    private TreeItem select(String layer, String beginning) {
        return Ui.waitFor(beginning, () -> {
            Tree tree = control(Tree.class);
            for (TreeItem item : tree.getItems()) {
                if (item.getText().startsWith(layer)) {
                    Optional<TreeItem> found = find(item, beginning);
                    found.ifPresent(field -> {
                        tree.setSelection(field);
                        Event event = new Event();
                        event.item = field;
                        tree.notifyListeners(SWT.Selection, event);
                    });
                    return found;
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<TreeItem> find(TreeItem item, String beginning) {
        if (item.getText().startsWith(beginning)) {
            return Optional.of(item);
        }
        if (!item.getExpanded() && item.getItemCount() > 0) {
            Event event = new Event();
            event.item = item;
            item.getParent().notifyListeners(SWT.Expand, event);
            item.setExpanded(true);
        }
        return Arrays.stream(item.getItems()).flatMap(child -> find(child, beginning).stream()).findFirst();
    }

    private static String highlighted(StyledText text) {
        List<String> parts = new ArrayList<>();
        for (StyleRange range : text.getStyleRanges()) {
            parts.add(text.getText(range.start, range.start + range.length - 1));
        }
        return String.join("|", parts);
    }

    @Test
    void aFieldHighlightsItsBytesOnTheWireOrInClear() {
        goTo("Registration Request sent");
        Ui.waitUntil("the packet", () -> texts(control(Tree.class).getItems()).contains("NHRP"));
        assertThat(Ui.get(() -> texts(control(Tree.class).getItems()))).containsExactly("IPv4", "ESP", "GRE", "NHRP");
        assertThat(Ui.get(view::getTitleToolTip)).isNotNull();

        select("IPv4", "Source: ");
        assertThat(Ui.get(() -> control(CTabFolder.class).getSelection().getText())).startsWith("On the wire (");
        assertThat(Ui.get(() -> highlighted(bytes())).split("\\|")[0]).hasSize(11);

        select("NHRP", "Type: Registration Request (3)");
        Ui.waitUntil("the clear bytes", () -> control(CTabFolder.class).getSelection().getText().startsWith("Decrypted ESP ("));
        assertThat(Ui.get(() -> highlighted(bytes()))).startsWith("03|");
        Screenshots.take("packet");
    }

    @Test
    void aByteLeadsToItsField() {
        goTo("Registration Request sent");
        select("NHRP", "Request ID");
        Ui.run(() -> bytes().setFocus());

        ShownPacket packet = target.session().seen().packetInHand().orElseThrow();
        Octets clear = packet.encoded().sources().get(1).bytes();
        Ui.run(() -> bytes().setCaretOffset(new HexDump(clear).digitsAt(2)));

        Ui.waitUntil("the field", () -> control(Tree.class).getSelection().length == 1
                && control(Tree.class).getSelection()[0].getText().startsWith("Protocol type: NHRP (0x2001)"));
        assertThat(Ui.get(() -> highlighted(bytes()))).isEqualTo("20 01| .");
    }

    @Test
    void itFollowsTheCursorAndSaysWhenThereIsNoPacket() {
        goTo("Registration Request sent");
        Ui.waitUntil("the packet", () -> texts(control(Tree.class).getItems()).contains("NHRP"));
        select("NHRP", "Type");

        goTo("Registration Request received");
        Ui.waitUntil("the next packet", () -> Views.description(view).contains("received by HQ1"));
        assertThat(Ui.get(() -> control(Tree.class).getSelection()[0].getText())).as("the same field stays selected")
                .startsWith("Type: Registration Request (3)");

        Ui.run(() -> TimeCursor.ofWorkbench().moveTo(DebugSession.BEFORE_FIRST_EVENT));
        Ui.waitUntil("nothing", () -> Views.description(view).equals("Before the first event there is no packet"));
        assertThat(Ui.get(() -> control(Tree.class).getItemCount())).isZero();
    }

    @Test
    void aPacketIsCopiedAsTextAndAsHexadecimalDigits() {
        goTo("Registration Request sent");
        Ui.waitUntil("the packet", () -> texts(control(Tree.class).getItems()).contains("NHRP"));
        ShownPacket packet = target.session().seen().packetInHand().orElseThrow();

        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.packet.copyText"));
        assertThat(Views.clipboard()).isEqualTo(packet.text()).contains("    Source: ");
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.packet.copyBytes"));
        assertThat(Views.clipboard()).isEqualTo(packet.hexadecimal()).contains("0000  45 ");
        Ui.run(() -> control(Tree.class).setFocus());
        select("IPv4", "Time to live");
        Ui.run(() -> Workbench.execute("org.eclipse.ui.edit.copy"));
        assertThat(Views.clipboard()).isEqualTo("Time to live: 255");
    }

    @Test
    void thePacketsOfTheRowsOfTheTimelineOpenInWireshark() throws Exception {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("dmvpn.sim.ui");
        try {
            preferences.put("wireshark", standIn().toString());
            goTo("Registration Request sent");
            IViewPart timeline = Ui.get(() -> ModelProject.page().showView("dmvpn.sim.ui.timeline"));
            Table table = Ui.get(() -> Views.controls(timeline, Table.class).getFirst());
            Ui.waitUntil("rows", () -> table.getItemCount() > 60);
            Ui.run(() -> Workbench.execute("dmvpn.sim.ui.packet.wireshark"));

            Path capture = opened();
            assertThat(new String(Files.readAllBytes(capture), StandardCharsets.ISO_8859_1))
                    .contains("IKE_SA_INIT request (IPv4, UDP, IKEv2)", "Registration Reply (IPv4, ESP, GRE, NHRP)", "HQ1 GigabitEthernet1", "Branch2 GigabitEthernet1");
            assertThat(target.session().event().orElseThrow().message()).as("the cursor stays").isEqualTo("Registration Request sent");
        } finally {
            preferences.remove("wireshark");
        }
    }

    @Test
    void ofSeveralSelectedRowsOfTheTimelineThePacketsOpenInWireshark() throws Exception {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("dmvpn.sim.ui");
        try {
            preferences.put("wireshark", standIn().toString());
            goTo("Registration Reply received");
            IViewPart timeline = Ui.get(() -> ModelProject.page().showView("dmvpn.sim.ui.timeline"));
            Table table = Ui.get(() -> Views.controls(timeline, Table.class).getFirst());
            Ui.waitUntil("rows", () -> table.getItemCount() > 60);
            List<String> rows = Ui.get(() -> DebugViews.rows(table));
            int sent = rows.indexOf("1.000 Branch1 NHRP Registration Request sent");
            Ui.run(() -> {
                table.setSelection(new int[] {sent, rows.indexOf("1.000 Branch2 NHRP Registration Request sent")});
                Event click = new Event();
                click.item = table.getItem(sent);
                table.notifyListeners(SWT.Selection, click);
            });
            Ui.waitUntil("the cursor", () -> TimeCursor.ofWorkbench().place().hasState() && table.getSelectionCount() == 2);
            Ui.run(() -> Workbench.execute("dmvpn.sim.ui.packet.wireshark"));

            Path capture = opened();
            assertThat(new String(Files.readAllBytes(capture), StandardCharsets.ISO_8859_1))
                    .contains("Registration Request (IPv4, ESP, GRE, NHRP)", "Branch1 GigabitEthernet1", "Branch2 GigabitEthernet1")
                    .doesNotContain("IKE_SA_INIT", "Registration Reply");
        } finally {
            preferences.remove("wireshark");
        }
    }

    private Path standIn() throws IOException {
        Path program = Files.writeString(folder.resolve("stand-in"), "#!/bin/sh\necho \"$1\" > \"$(dirname \"$0\")/started\"\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path opened() {
        return Ui.waitFor("Wireshark", () -> Optional.of(folder.resolve("started")).filter(Files::exists)
                .map(file -> Path.of(text(file).strip())).filter(file -> file.toString().endsWith("packets.pcapng")));
    }

    @Test
    void wiresharkOpensThePacketWhereItIsInstalledElseTheButtonSaysWhyNot() throws Exception {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("dmvpn.sim.ui");
        try {
            preferences.put("wireshark", folder.resolve("none").toString());
            goTo("Registration Request sent");
            Ui.waitUntil("the packet", () -> texts(control(Tree.class).getItems()).contains("NHRP"));
            assertThat(Ui.get(() -> Views.action(view, "Open in Wireshark").isEnabled())).isFalse();
            assertThat(Ui.get(() -> Views.action(view, "Open in Wireshark").getToolTipText())).contains("is no program that can be started");

            preferences.put("wireshark", standIn().toString());
            Ui.waitUntil("the button", () -> Views.action(view, "Open in Wireshark").isEnabled());
            Ui.run(() -> Workbench.execute("dmvpn.sim.ui.packet.wireshark"));

            Path capture = opened();
            assertThat(capture).exists();
            assertThat(capture.resolveSibling("wireshark").resolve("esp_sa")).exists();
        } finally {
            preferences.remove("wireshark");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
