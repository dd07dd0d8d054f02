package dmvpn.dsl.ide.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;

/** What libraries log as errors while it is open: they swallow exceptions that way. */
public final class LoggedErrors extends AppenderSkeleton implements AutoCloseable {

    private final List<String> errors = new ArrayList<>();

    /** Starts to listen. */
    public LoggedErrors() {
        Logger.getRootLogger().addAppender(this);
    }

    /** The errors so far: who logged what. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    protected void append(LoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            errors.add(event.getLoggerName() + ": " + event.getRenderedMessage());
        }
    }

    @Override
    public void close() {
        Logger.getRootLogger().removeAppender(this);
    }

    @Override
    public boolean requiresLayout() {
        return false;
    }
}
