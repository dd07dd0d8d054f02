package dmvpn.ui.tests.driver;

import dmvpn.diagram.ui.editor.DiagramEditor;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.browser.Browser;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;

/** The page in a diagram's editor, worked as people work it. */
public final class DiagramPage {

    /** The text of the drawing. */
    public static final String DRAWN = "document.querySelector('#sprotty').textContent";
    /** Identifiers of what is selected. */
    public static final String SELECTED = "[...document.querySelectorAll('#sprotty .selected')].map(each => each.id).join(' ')";

    private final DiagramEditor editor;

    private DiagramPage(DiagramEditor editor) {
        this.editor = editor;
    }

    /** Opens the diagram of a text editor's model, and waits until it is drawn. */
    public static DiagramEditor open(ITextEditor editor) {
        DiagramEditor diagram = openEditor(editor);
        Ui.waitUntil("the page", () -> "true".equals(pageNow(diagram, "String(document.body.classList.contains('ready'))")));
        Ui.waitUntil("the drawing", () -> !pageNow(diagram, "String(document.querySelectorAll('#sprotty .sprotty-node').length)").equals("0"));
        return diagram;
    }

    /** Opens the diagram of a text editor's model, with a page or without. */
    public static DiagramEditor openEditor(ITextEditor editor) {
        Ui.run(() -> {
            editor.getSite().getPage().activate(editor);
            Keys.press(Workbench.text(editor), "ALT+SHIFT+G");
        });
        return Ui.waitFor("the diagram", () -> Optional.ofNullable(
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().getActiveEditor())
                .filter(DiagramEditor.class::isInstance).map(DiagramEditor.class::cast));
    }

    /** As the mouse does it, in the middle of the node. */
    public static void click(DiagramEditor diagram, String name) {
        Ui.waitUntil("a click on " + name, () -> "true".equals(pageNow(diagram, """
                (() => {
                    const node = [...document.querySelectorAll('#sprotty g[id*="router:"]')]
                        .find(each => each.id.includes('%s') && each.querySelector('rect'));
                    if (!node) { return 'false'; }
                    const box = node.getBoundingClientRect();
                    const where = { bubbles: true, button: 0, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
                    node.querySelector('rect').dispatchEvent(new MouseEvent('mousedown', { ...where, buttons: 1 }));
                    node.querySelector('rect').dispatchEvent(new MouseEvent('mouseup', where));
                    return 'true';
                })()""".formatted(name))));
    }

    /** As the keyboard does it. */
    public static void press(DiagramEditor diagram, String key) {
        page(diagram, """
                (() => {
                    const target = document.querySelector('#sprotty svg') ?? document.body;
                    const event = { key: '%1$s', code: '%1$s', bubbles: true, cancelable: true };
                    target.dispatchEvent(new KeyboardEvent('keydown', event));
                    target.dispatchEvent(new KeyboardEvent('keyup', event));
                    return '';
                })()""".formatted(key));
    }

    /** What an expression of the page's language is. */
    public static String page(DiagramEditor diagram, String expression) {
        return Ui.get(() -> pageNow(diagram, expression));
    }

    /** The same, on the thread of the user interface. */
    public static String pageNow(DiagramEditor diagram, String expression) {
        return String.valueOf(diagram.page().orElseThrow().widget().evaluate("return " + expression));
    }

    /** Opens the diagram of a model, and waits for its drawing. */
    public static DiagramPage open(IFile file) {
        DiagramPage page = new DiagramPage(Ui.get(() -> {
            IWorkbenchPage workbench = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            return (DiagramEditor) workbench.openEditor(new FileEditorInput(file), DiagramEditor.ID, true,
                    IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
        }));
        page.waitUntil("the page", "document.body.classList.contains('ready')");
        page.waitUntil("the drawing", "document.querySelectorAll('#sprotty g[id*=\"router:\"]').length > 0");
        return page;
    }

    /** The editor. */
    public DiagramEditor editor() {
        return editor;
    }

    /** What an expression of the page is, as text. */
    public String get(String expression) {
        return Ui.get(() -> now(expression));
    }

    /** Waits until an expression of the page is true. */
    public void waitUntil(String what, String expression) {
        Ui.waitUntil(what, () -> "true".equals(now(expression)));
    }

    /** Waits until an expression of the page has something that is looked for; it, as text. */
    public String waitFor(String what, String expression) {
        return Ui.waitFor(what, () -> Optional.of(now(expression)).filter(text -> !text.isEmpty() && !text.equals("null")));
    }

    private String now(String expression) {
        return pageNow(editor, "String(" + expression + ")");
    }

    /** Presses a key in the diagram. */
    public void press(String key) {
        press(editor, key);
    }

    /** Presses the mouse on the first element of a selector. */
    public void pressMouseOn(String selector) {
        get("""
                (() => {
                    const found = document.querySelector('%s');
                    const box = found.getBoundingClientRect();
                    const where = { bubbles: true, cancelable: true, button: 0, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
                    found.dispatchEvent(new MouseEvent('mousedown', { ...where, buttons: 1 }));
                    found.dispatchEvent(new MouseEvent('mouseup', where));
                    return '';
                })()""".formatted(selector));
    }

    /** Opens the diagram of a text editor's model by its key, and waits until it shows an element. */
    public static DiagramPage open(ITextEditor text, String element) {
        return of(openEditor(text), element);
    }

    /** Opens one more diagram of a file, in a page of the workbench, and waits until it shows an element. */
    public static DiagramPage openAnother(IWorkbenchPage workbench, IFile file, String element) {
        return of((DiagramEditor) Ui.get(() -> workbench.openEditor(new FileEditorInput(file), DiagramEditor.ID, true,
                IWorkbenchPage.MATCH_NONE)), element);
    }

    /** The page of an editor that is open, when it shows an element. */
    public static DiagramPage of(DiagramEditor editor, String element) {
        DiagramPage page = new DiagramPage(editor);
        page.waitUntil("the page", "document.body.classList.contains('ready')");
        Ui.waitUntil("the drawing", () -> page.drawnNow().contains(element));
        return page;
    }

    /** The widget. */
    public Browser widget() {
        return editor.page().orElseThrow().widget();
    }

    /** What an expression of the page is, for who is on the UI thread. */
    public String valueNow(String expression) {
        return pageNow(editor, expression);
    }

    /** Whether a condition holds in the page, for who is on the UI thread. */
    public boolean isTrueNow(String condition) {
        return "true".equals(now("Boolean(" + condition + ")"));
    }

    /** All texts of the drawing, for who is on the UI thread. */
    public String drawnNow() {
        return pageNow(editor, DRAWN);
    }

    /** Identifiers of the selected elements, in those of the page, for who is on the UI thread. */
    public String selectedNow() {
        return pageNow(editor, SELECTED);
    }

    /** Waits until an element is selected. */
    public void awaitSelected(String name) {
        Ui.waitUntil(name + " to be selected", () -> selectedNow().contains(name));
    }

    /** Clicks a router as the mouse does, and waits until it is selected. */
    public void select(String name) {
        click(name);
        awaitSelected(name);
    }

    /** Clicks a router as the mouse does, in the middle of the node. */
    public void click(String name) {
        click("router:", name);
    }

    /** Clicks a node of a kind. */
    public void click(String kind, String name) {
        Ui.waitUntil("a click on " + name, () -> "true".equals(valueNow("""
                (() => {
                    const node = [...document.querySelectorAll('#sprotty g[id^="sprotty_%s"]')]
                        .find(each => each.id.includes('%s') && each.querySelector('rect, path'));
                    if (!node) { return 'false'; }
                    const box = node.getBoundingClientRect();
                    const where = { bubbles: true, button: 0, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
                    node.querySelector('rect, path').dispatchEvent(new MouseEvent('mousedown', { ...where, buttons: 1 }));
                    node.querySelector('rect, path').dispatchEvent(new MouseEvent('mouseup', where));
                    return 'true';
                })()""".formatted(kind, name))));
    }
}
