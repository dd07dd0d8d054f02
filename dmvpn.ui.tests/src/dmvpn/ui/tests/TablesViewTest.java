package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a router answers at the time cursor. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class TablesViewTest {

    private static final String VIEW = "dmvpn.sim.ui.tables";
    private static final Duration KNOWN = Duration.ofSeconds(3);

    private SimulationDebugTarget target;
    private IViewPart view;

    @BeforeEach
    void open(TestInfo test) throws Exception {
        Ui.run(Workbench::showPerspective);
        target = Launches.debug(new ModelProject("tables" + test.getTestMethod().orElseThrow().getName()).file("net.dmvpn", Models.PHASE_3));
        Ui.waitUntil("the cursor", () -> TimeCursor.ofWorkbench().place().hasState());
        view = Ui.get(() -> ModelProject.page().showView(VIEW));
        ask("");
    }

    @AfterEach
    void end() throws Exception {
        ask("");
        Ui.run(() -> ModelProject.page().hideView(view));
        Launches.removeAll();
    }

    private void ask(String command) {
        Ui.run(() -> {
            Text text = Views.controls(view, Text.class).getFirst();
            text.setText(command);
            text.notifyListeners(SWT.DefaultSelection, new Event());
        });
    }

    private Table names() {
        return Views.controls(view, Table.class).get(0);
    }

    private Table rows() {
        return Views.controls(view, Table.class).get(1);
    }

    private void choose(String table) {
        Ui.waitUntil(table, () -> {
            for (int row = 0; row < names().getItemCount(); row++) {
                if (names().getItem(row).getText().equals(table)) {
                    Views.select(names(), row);
                    return true;
                }
            }
            return false;
        });
    }

    private void chooseRouter(String name) {
        Ui.waitUntil(name, () -> {
            Combo combo = Views.controls(view, Combo.class).getFirst();
            int index = List.of(combo.getItems()).indexOf(name);
            if (index >= 0) {
                combo.select(index);
                combo.notifyListeners(SWT.Selection, new Event());
            }
            return index >= 0;
        });
    }

    private void waitForState(String instant) {
        Ui.waitUntil("the tables at " + instant, () -> Views.description(view).contains(instant));
    }

    @Test
    void aStepShowsTheRowsThatAreNewAsNew() {
        int event = Views.goTo(target, KNOWN, each -> each.message().equals("Registration Request received"));
        chooseRouter("HQ1");
        Views.moveTo(event - 1);
        waitForState("HQ1 at ");
        choose("NHRP cache");

        Views.moveTo(event);

        Ui.waitUntil("a new row", () -> rows().getItemCount() > 0 && Views.cells(rows().getItem(0)).getFirst().equals("added"));
        assertThat(Ui.get(() -> Views.description(view))).contains("compared with when it was shown before");
        assertThat(Ui.get(() -> rows().getItem(0).getBackground(1))).isNotEqualTo(Ui.get(() -> rows().getBackground()));
        assertThat(Ui.get(() -> Views.rows(names()))).contains(List.of("NHRP cache", "1"));
        Screenshots.take("router-tables");

        Views.moveTo(event - 1);
        Ui.waitUntil("a row that is gone", () -> rows().getItemCount() > 0 && Views.cells(rows().getItem(0)).getFirst().equals("removed"));
    }

    @Test
    void onlyChangesAreShownWhenSomebodyWantsThat() {
        int event = Views.goTo(target, KNOWN, each -> each.message().equals("Registration Request received"));
        chooseRouter("HQ1");
        Views.moveTo(event - 1);
        waitForState("HQ1 at ");
        choose("Interfaces");
        Views.moveTo(event);
        Ui.waitUntil("the comparison", () -> Views.description(view).contains("compared"));
        int all = Ui.get(() -> rows().getItemCount());

        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.tables.onlyChanges"));

        assertThat(all).isPositive();
        Ui.waitUntil("fewer rows", () -> rows().getItemCount() < all);
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.tables.onlyChanges"));
        Ui.waitUntil("all rows", () -> rows().getItemCount() == all);
    }

    @Test
    void aShowCommandIsAnsweredAndFollowsTheCursor() {
        int event = Views.goTo(target, KNOWN, each -> each.message().equals("NHS up"));
        ask("sh dmv");
        Ui.waitUntil("the answer", () -> text().getText().contains("Tunnel"));
        assertThat(Ui.get(() -> Views.description(view))).startsWith("Branch1 at 1.0");

        Views.goTo(target, KNOWN, each -> each.message().equals("Registration Request received"));
        Ui.waitUntil("another router's answer", () -> Views.description(view).startsWith("HQ1 at 1.0"));
        Views.moveTo(event);
        Ui.waitUntil("the way back", () -> Views.description(view).startsWith("Branch1 at 1.0"));

        ask("show sheep");
        Ui.waitUntil("what is wrong", () -> Views.description(view).startsWith("Branch1 has no command 'show sheep'; it has "));
    }

    private StyledText text() {
        return Views.controls(view, StyledText.class).getFirst();
    }

    @Test
    void theCommandIsCompletedAsTheRouterDoes() throws Exception {
        Views.goTo(target, KNOWN, each -> each.message().equals("NHS up"));
        choose("NHRP cache");
        int shells = Ui.get(() -> Ui.shells().size());
        Ui.run(() -> {
            Text text = Views.controls(view, Text.class).getFirst();
            text.setFocus();
            text.setText("sh ip nhrp n");
            text.setSelection(text.getText().length());
            Event key = new Event();
            key.keyCode = ' ';
            key.character = ' ';
            key.stateMask = SWT.MOD1;
            text.notifyListeners(SWT.KeyDown, key);
        });

        Table proposals = Ui.waitFor("proposals", () -> {
            for (Shell shell : Ui.shells()) {
                for (Table table : Ui.controls(shell, Table.class)) {
                    if (table.getItemCount() > 0 && table.getItem(0).getText().startsWith("show ip nhrp nhs")) {
                        return Optional.of(table);
                    }
                }
            }
            return Optional.empty();
        });
        Ui.run(() -> Views.open(proposals, 0));

        Ui.waitUntil("the completed command", () -> Views.controls(view, Text.class).getFirst().getText().startsWith("show ip nhrp nhs"));
        Ui.waitUntil("its answer", () -> Views.controls(view, StyledText.class).getFirst().getText().contains("10.255.0.1"));
        Ui.waitUntil("the proposals to close", () -> Ui.shells().size() == shells);
    }

    @Test
    void rowsAreCopiedAsATableOfASpreadsheet() {
        Views.goTo(target, KNOWN, each -> each.message().equals("NHS up"));
        choose("NHRP next-hop servers");
        Ui.run(() -> {
            rows().setFocus();
            Workbench.execute("org.eclipse.ui.edit.copy");
        });

        assertThat(Views.clipboard().lines().toList()).hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("protocolAddress\tnbmaAddress\ttunnel\tstate"))
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("10.255.0.1\t203.0.113.1\t"));
    }

    @Test
    void aRouterWithoutPowerSaysSo() {
        Views.moveTo(dmvpn.app.debug.DebugSession.BEFORE_FIRST_EVENT);

        Ui.waitUntil("the reason", () -> Views.description(view).equals("HQ1 is without power now"));
    }
}
