package dmvpn.dsl.ui.preferences;

import java.io.IOException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** A {@code dmvpn.rules} that a page shows. Both methods may wait for the disk, and for whoever uses the workspace. */
interface RulesFile {

    /** What it holds, or what to begin it with when it is not there. */
    String text(IProgressMonitor monitor) throws CoreException, IOException;

    /** Writes it, and has everything checked anew that it counts for. */
    void write(String text, IProgressMonitor monitor) throws CoreException, IOException;
}
