package dmvpn.dsl.ui.preferences;

import dmvpn.dsl.ide.rules.RulesFileText;
import dmvpn.dsl.policy.Level;
import dmvpn.dsl.ui.accessibility.AccessibleNames;
import dmvpn.dsl.ui.help.RulePageText;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** All rules with what becomes of them: a filter, a table, the level of the selected ones, and what the selected one says. */
final class RulesControl extends Composite {

    private static final int LINES = 12;
    private static final int RULE_WIDTH = 110;
    private static final int LEVEL_WIDTH = 150;
    private static final int TITLE_WIDTH = 420;
    private static final int PAGE_HEIGHT = 160;

    private RulesSettings settings = new RulesSettings("");
    private Text filter;
    private Table table;
    private Combo level;
    private RulePageText page;

    RulesControl(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(this);
        filter = new Text(this, SWT.SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter by identifier, words or level");
        AccessibleNames.set(filter, "Filter of rules");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(filter);
        filter.addListener(SWT.Modify, event -> showRules());
        createTable();
        new Label(this, SWT.NONE).setText("&Level:");
        level = new Combo(this, SWT.READ_ONLY | SWT.DROP_DOWN);
        level.setItems(Stream.concat(Stream.of("as the rule says"), Level.labels().stream()).toArray(String[]::new));
        level.addListener(SWT.Selection, event -> changeLevel());
        level.setEnabled(false);
        page = new RulePageText(this);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(TITLE_WIDTH, PAGE_HEIGHT).applyTo(page.control());
    }

    private void createTable() {
        table = new Table(this, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
        AccessibleNames.set(table, "Rules");
        table.setHeaderVisible(true);
        column("Rule", RULE_WIDTH);
        column("Level", LEVEL_WIDTH);
        column("Demands", TITLE_WIDTH);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true)
                .hint(RULE_WIDTH + LEVEL_WIDTH + TITLE_WIDTH, table.getItemHeight() * LINES).applyTo(table);
        table.addListener(SWT.Selection, event -> showSelected());
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
    }

    /** Shows other settings. */
    void show(RulesSettings shown) {
        settings = shown;
        int selected = Math.max(0, table.getSelectionIndex());
        setEnabled(true);
        showRules();
        boolean isOnlyOne = table.getItemCount() == 1; // which somebody wanted to see
        if (selected > 0 && selected < table.getItemCount() || isOnlyOne) {
            table.setSelection(selected);
            showSelected();
        }
    }

    /** Shows one rule, selected. */
    void reveal(String rule) {
        filter.setText(rule);
        if (table.getItemCount() > 0) {
            table.setSelection(0);
            showSelected();
        }
    }

    RulesSettings settings() {
        return settings;
    }

    private void showRules() {
        if (!getEnabled()) {
            return; // what becomes of them is not known yet
        }
        table.setRedraw(false);
        table.removeAll();
        String[] words = filter.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
        for (Rule rule : Analysis.catalogue().rules()) {
            String searched = (rule.id() + " " + levelText(rule) + " " + rule.title()).toLowerCase(Locale.ROOT);
            if (Stream.of(words).allMatch(searched::contains)) {
                TableItem item = new TableItem(table, SWT.NONE);
                item.setData(rule);
                write(item, rule);
            }
        }
        table.setRedraw(true);
        showSelected();
    }

    private void write(TableItem item, Rule rule) {
        item.setText(new String[] {rule.id(), levelText(rule), rule.title()});
    }

    private String levelText(Rule rule) {
        return settings.level(rule.id()).map(Level::label).orElse(rule.severity().label() + " (default)");
    }

    private List<Rule> selected() {
        List<Rule> selected = new ArrayList<>();
        for (TableItem item : table.getSelection()) {
            selected.add((Rule) item.getData());
        }
        return selected;
    }

    private void showSelected() {
        List<Rule> selected = selected();
        // Errors of the language cannot be lowered: without them a text would not say what it means.
        level.setEnabled(selected.stream().anyMatch(RulesFileText::canChange));
        if (selected.isEmpty()) {
            level.deselectAll();
            page.clear();
        } else {
            level.select(settings.level(selected.getFirst().id()).map(known -> known.ordinal() + 1).orElse(0));
            page.show(selected.getFirst());
        }
    }

    private void changeLevel() {
        int chosen = level.getSelectionIndex();
        Optional<Level> wanted = chosen <= 0 ? Optional.empty() : Optional.of(Level.values()[chosen - 1]);
        for (TableItem item : table.getSelection()) {
            Rule rule = (Rule) item.getData();
            if (RulesFileText.canChange(rule)) {
                settings.set(rule.id(), wanted);
                write(item, rule);
            }
        }
    }
}
