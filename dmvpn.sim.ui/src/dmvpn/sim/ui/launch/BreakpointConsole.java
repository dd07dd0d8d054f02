package dmvpn.sim.ui.launch;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleManager;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;

/** The console in which breakpoints tell what they were asked to tell instead of stopping. */
final class BreakpointConsole {

    private static final String NAME = "DMVPN Breakpoints";

    private BreakpointConsole() {
    }

    static void tell(String line) {
        MessageConsoleStream stream = console().newMessageStream();
        stream.println(line);
    }

    private static synchronized MessageConsole console() {
        IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
        for (IConsole known : manager.getConsoles()) {
            if (known instanceof MessageConsole messages && NAME.equals(known.getName())) {
                return messages;
            }
        }
        MessageConsole created = new MessageConsole(NAME, (ImageDescriptor) null);
        manager.addConsoles(new IConsole[] {created});
        return created;
    }
}
