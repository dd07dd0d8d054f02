package dmvpn.dsl.ide.lens;

import dmvpn.dsl.ide.workspace.DocumentUris;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What came of the last run of each scenario, as the faces that run them report it. Safe for use by several threads.
 */
public final class LastVerdicts {

    private record Key(String document, String scenario) {
    }

    private final Map<Key, LastVerdict> verdicts = new ConcurrentHashMap<>();
    private final Runnable changed;

    /** @param changed told when a verdict is known anew */
    public LastVerdicts(Runnable changed) {
        this.changed = changed;
    }

    /** A scenario has been run. */
    public void report(String documentUri, String scenario, LastVerdict verdict) {
        verdicts.put(new Key(DocumentUris.key(documentUri), scenario), verdict);
        changed.run();
    }

    /** The last verdict on a scenario; empty when it has not been run. */
    public Optional<LastVerdict> of(String documentUri, String scenario) {
        return Optional.ofNullable(verdicts.get(new Key(DocumentUris.key(documentUri), scenario)));
    }
}
