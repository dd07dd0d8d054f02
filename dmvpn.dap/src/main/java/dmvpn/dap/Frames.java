package dmvpn.dap;

import dmvpn.app.debug.DebugLayer;
import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.Debugger;
import dmvpn.app.debug.RouterState;
import dmvpn.network.origin.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.debug.Scope;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackTraceResponse;
import org.eclipse.lsp4j.debug.Thread;

/** Routers as threads, that of the event in hand first, and the layers of what they are at as frames. */
final class Frames {

    /** A frame's number is that of its thread times this, and its place from the top. */
    private static final int MOST_FRAMES = 64;

    private final Debugger debugger;
    private final VariableStore variables;
    private final EditedSources sources;

    Frames(Debugger debugger, VariableStore variables, EditedSources sources) {
        this.debugger = debugger;
        this.variables = variables;
        this.sources = sources;
    }

    /** Threads count from 1, routers from 0. */
    static int router(int thread) {
        return thread - 1;
    }

    private static int thread(int router) {
        return router + 1;
    }

    private DebugSession session() {
        return debugger.session();
    }

    /** The thread of the event in hand; before the first event that of the first router. */
    int currentThread() {
        return thread(Math.max(0, session().eventRouter()));
    }

    Thread[] threads() {
        List<Thread> threads = new ArrayList<>();
        for (RouterState router : session().routers()) {
            Thread thread = new Thread();
            thread.setId(thread(router.node()));
            thread.setName(router.name());
            threads.add(router.node() == session().eventRouter() ? 0 : threads.size(), thread);
        }
        return threads.toArray(Thread[]::new);
    }

    StackTraceResponse stackTrace(int thread, int start, int count) {
        List<DebugLayer> layers = layers(thread);
        List<StackFrame> frames = new ArrayList<>();
        int end = count <= 0 ? layers.size() : Math.min(layers.size(), start + count);
        for (int index = Math.max(0, start); index < end; index++) {
            frames.add(frame(thread * MOST_FRAMES + index, layers.get(index)));
        }
        StackTraceResponse response = new StackTraceResponse();
        response.setStackFrames(frames.toArray(StackFrame[]::new));
        response.setTotalFrames(layers.size());
        return response;
    }

    private List<DebugLayer> layers(int thread) {
        List<DebugLayer> layers = session().seen().layers(router(thread));
        return layers.size() <= MOST_FRAMES ? layers : layers.subList(0, MOST_FRAMES);
    }

    private StackFrame frame(int id, DebugLayer layer) {
        StackFrame frame = new StackFrame();
        frame.setId(id);
        frame.setName(layer.name());
        Origin origin = layer.origin();
        if (origin.isKnown()) {
            EditedSources.Place now = sources.now(path(origin.file()), origin.line());
            frame.setSource(now.source());
            frame.setLine(now.line());
            frame.setColumn(origin.column());
        }
        return frame;
    }

    private static Path path(String file) {
        return (file.startsWith("file:") ? Path.of(java.net.URI.create(file)) : Path.of(file)).toAbsolutePath().normalize();
    }

    /** The layer's own fields, and the state of the router. */
    Scope[] scopes(int frame) {
        int thread = frame / MOST_FRAMES;
        List<DebugLayer> layers = layers(thread);
        int index = frame % MOST_FRAMES;
        List<Scope> scopes = new ArrayList<>();
        if (index < layers.size() && !layers.get(index).variables().isEmpty()) {
            scopes.add(scope(layers.get(index).name(), variables.reference("", layers.get(index).variables()), false));
        }
        session().routers().stream().filter(router -> router.node() == router(thread)).findFirst().ifPresent(router -> {
            int reference = variables.reference(router.name(), session().seen().stateOf(router.node()));
            if (reference != 0) {
                scopes.add(scope("State of " + router.name(), reference, true));
            }
        });
        return scopes.toArray(Scope[]::new);
    }

    private static Scope scope(String name, int reference, boolean expensive) {
        Scope scope = new Scope();
        scope.setName(name);
        scope.setVariablesReference(reference);
        scope.setExpensive(expensive);
        return scope;
    }
}
