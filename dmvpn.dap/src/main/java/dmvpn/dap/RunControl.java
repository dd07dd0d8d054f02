package dmvpn.dap;

import dmvpn.app.debug.Debugger;
import dmvpn.app.debug.Stop;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs the debugger's commands one after the other on a thread of their own. */
final class RunControl {

    private final Debugger debugger;
    private final ExecutorService commands;
    private final Consumer<Stop> stopped;
    private final Consumer<Throwable> failed;
    private volatile boolean closed;
    /** Commands that were wanted so far; one that was overtaken tells nothing any more. */
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * @param stopped told when a command has come to its end, on the thread of the commands
     * @param failed told of a defect
     */
    RunControl(Debugger debugger, Consumer<Stop> stopped, Consumer<Throwable> failed) {
        this.debugger = debugger;
        this.stopped = stopped;
        this.failed = failed;
        this.commands = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "simulation");
            thread.setDaemon(true);
            return thread;
        });
    }

    void run(Function<Debugger, Stop> command) {
        debugger.clearInterrupt();
        execute(command);
    }

    private void execute(Function<Debugger, Stop> command) {
        int number = wanted.incrementAndGet();
        underWay.incrementAndGet();
        commands.execute(() -> {
            try {
                Stop stop = done(command);
                if (!closed && number == wanted.get()) {
                    stopped.accept(stop);
                }
            } catch (RuntimeException | Error defect) {
                if (!closed) {
                    failed.accept(defect);
                }
            }
        });
    }

    private Stop done(Function<Debugger, Stop> command) {
        try {
            return command.apply(debugger);
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** True while a command is not done. */
    boolean isRunning() {
        return underWay.get() > 0;
    }

    /** Makes the command that runs stop soon. */
    void interrupt() {
        debugger.interrupt();
    }

    /** True behind {@link #close}: nothing can be run any more. */
    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
        debugger.interrupt();
        commands.shutdownNow();
    }
}
