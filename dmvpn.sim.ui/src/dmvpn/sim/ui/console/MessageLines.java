package dmvpn.sim.ui.console;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleManager;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;

/** Lines in a console of the workbench, which keeps the latest ones. Any thread may write. */
public final class MessageLines {

    /** What tells at each of many events must not fill the memory: so many characters stay when there were more than the most. */
    private static final int KEPT_CHARACTERS = 800_000;
    private static final int MOST_CHARACTERS = 1_000_000;

    /** All writers of a console share its stream, as a stream that nobody closes stays as long as the console. */
    private static final String STREAM = MessageLines.class.getName();

    private final String name;

    /** @param name name of the console */
    public MessageLines(String name) {
        this.name = name;
    }

    /** Writes a line. */
    public void tell(String line) {
        ((MessageConsoleStream) console().getAttribute(STREAM)).println(line);
    }

    /** Brings the console to the front. */
    public void show() {
        ConsolePlugin.getDefault().getConsoleManager().showConsoleView(console());
    }

    private MessageConsole console() {
        IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
        synchronized (manager) { // two writers make one console
            for (IConsole known : manager.getConsoles()) {
                if (known instanceof MessageConsole messages && name.equals(known.getName())) {
                    return messages;
                }
            }
            MessageConsole created = new MessageConsole(name, (ImageDescriptor) null);
            created.setWaterMarks(KEPT_CHARACTERS, MOST_CHARACTERS);
            created.setAttribute(STREAM, created.newMessageStream());
            manager.addConsoles(new IConsole[] {created});
            return created;
        }
    }
}
