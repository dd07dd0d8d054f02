package dmvpn.sim.ui.console;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleManager;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;

/** Lines in a console of the workbench. Any thread may write. */
public final class MessageLines {

    private final String name;

    /** @param name name of the console */
    public MessageLines(String name) {
        this.name = name;
    }

    /** Writes a line. */
    public void tell(String line) {
        MessageConsoleStream stream = console().newMessageStream();
        stream.println(line);
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
            manager.addConsoles(new IConsole[] {created});
            return created;
        }
    }
}
