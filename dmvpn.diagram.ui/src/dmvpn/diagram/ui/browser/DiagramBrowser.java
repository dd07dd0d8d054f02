package dmvpn.diagram.ui.browser;

import com.google.gson.Gson;
import dmvpn.diagram.glsp.DiagramConnection;
import dmvpn.diagram.glsp.DiagramDocument;
import dmvpn.diagram.glsp.DiagramServer;
import dmvpn.diagram.glsp.DiagramServices;
import dmvpn.diagram.glsp.ShownInstant;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.browser.BrowserFunction;
import org.eclipse.swt.browser.ProgressListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/**
 * The page of the diagram and its connection. Page and server call each other's functions, so that no port is opened; no call
 * waits for the other side.
 */
public final class DiagramBrowser {

    private static final String PAGE = "/dmvpn/diagram/client/index.html";
    private static final String FOLDER = "/dmvpn/diagram/client/";
    /** A field that takes the focus wants all keys; who looks for it when the focus goes, does so where it has gone to. */
    private static final String TELL_OF_TYPING = """
            (() => {
                const typed = 'textarea, input:not([type]), input[type=text], input[type=search]';
                let told = false;
                const tell = () => {
                    const typing = Boolean(document.activeElement?.matches(typed));
                    if (typing !== told) {
                        told = typing;
                        dmvpnTyping(typing);
                    }
                };
                document.addEventListener('focusin', tell);
                document.addEventListener('focusout', () => setTimeout(tell));
            })();
            """;
    /** WebKitGTK's widget keeps Escape, which leaves dialogues there, from its page; other engines do not. */
    private static final String ENGINE_THAT_KEEPS_ESCAPE = "gtk";
    private static final String ESCAPE = """
            document.activeElement?.dispatchEvent(new KeyboardEvent('keydown',
                { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true }));
            """;
    private static final String FOCUS_DIAGRAM = """
            if (document.activeElement === document.body || !document.activeElement) {
                document.querySelector('#sprotty .sprotty-graph')?.focus();
            }
            """;

    private final Display display;
    private final Browser browser;
    private final DiagramConnection connection;
    /** Reads what the page sends, in its order, away from the thread that draws. */
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("Messages of a diagram").daemon().factory());
    private final Gson json = new Gson();
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean draining;
    private Consumer<Boolean> typing = begins -> { };

    /**
     * Creates the page.
     *
     * @throws NoBrowserException when there is no browser engine, or no page was built
     */
    public DiagramBrowser(Composite parent, DiagramDocument document, DiagramServices services) throws NoBrowserException {
        display = parent.getDisplay();
        URL page = page();
        browser = BrowserEngine.create(parent);
        connection = DiagramServer.connect(document, services, this::toPage);
        new BrowserFunction(browser, "dmvpnSend") {
            @Override
            public Object function(Object[] arguments) {
                String message = (String) arguments[0];
                later(() -> connection.receive(message));
                return null;
            }
        };
        new BrowserFunction(browser, "dmvpnTyping") {
            @Override
            public Object function(Object[] arguments) {
                typing.accept((Boolean) arguments[0]);
                return null;
            }
        };
        browser.addProgressListener(ProgressListener.completedAdapter(event -> browser.execute(TELL_OF_TYPING)));
        browser.addListener(SWT.Dispose, event -> close());
        if (SWT.getPlatform().equals(ENGINE_THAT_KEEPS_ESCAPE)) {
            browser.addListener(SWT.KeyDown, event -> {
                if (event.keyCode == SWT.ESC) {
                    browser.execute(ESCAPE);
                }
            });
        }
        browser.setUrl(page.toString());
    }

    /** The folder of the page is unpacked, for its files name each other. */
    private static URL page() throws NoBrowserException {
        URL inBundle = Platform.getBundle("dmvpn.diagram").getEntry(PAGE);
        if (inBundle == null) {
            throw new NoBrowserException("This build has no diagram page, because there was no Node when it was made.");
        }
        try {
            FileLocator.toFileURL(Platform.getBundle("dmvpn.diagram").getEntry(FOLDER));
            return FileLocator.toFileURL(inBundle);
        } catch (IOException unreadable) {
            throw new NoBrowserException("The diagram page cannot be unpacked: " + unreadable.getMessage());
        }
    }

    /** The widget. */
    public Browser widget() {
        return browser;
    }

    /** Selects elements. */
    public void select(List<String> ids) {
        later(() -> connection.select(ids));
    }

    /** Shows an instant of a run that the page does not move by itself; with none that run is not shown any more. */
    public void show(Optional<ShownInstant> instant) {
        later(() -> connection.show(instant));
    }

    private void later(Runnable task) {
        try {
            reading.execute(task);
        } catch (RejectedExecutionException closed) {
            return; // nobody sees the page any more
        }
    }

    /** Has somebody told, on the thread of the user interface, when a field of the page takes what is typed, and when no more. */
    public void onTyping(Consumer<Boolean> listener) {
        typing = listener;
    }

    /** Gives the diagram the page's focus, unless something else of the page has it. */
    public void focusDiagram() {
        browser.execute(FOCUS_DIAGRAM);
    }

    /**
     * Presses a key in the diagram.
     *
     * @param event what makes the event, in the page's language
     */
    public void press(String event) {
        browser.execute("document.querySelector('#sprotty .sprotty-graph')?.dispatchEvent(" + event + ")");
    }

    private void close() {
        connection.close();
        reading.shutdown();
    }

    private void toPage(String message) {
        synchronized (waiting) {
            waiting.add(message);
        }
        if (!display.isDisposed()) {
            display.asyncExec(this::drain);
        }
    }

    /** Running a script may run other events, and these must not overtake it. */
    private void drain() {
        if (draining) {
            return;
        }
        draining = true;
        try {
            for (String next = next(); next != null && !browser.isDisposed(); next = next()) {
                browser.execute("dmvpnReceive(" + json.toJson(next) + ")");
            }
        } finally {
            draining = false;
        }
    }

    private String next() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }
}
