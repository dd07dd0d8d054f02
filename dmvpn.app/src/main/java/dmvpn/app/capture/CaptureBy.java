package dmvpn.app.capture;

import dmvpn.sim.capture.CaptureScope;

/** What a capture file stands for. */
public enum CaptureBy {
    /** A router or host. */
    ROUTER(CaptureScope.ROUTER),
    /** A transport or local network. */
    LINK(CaptureScope.LINK),
    /** The whole network. */
    NETWORK(CaptureScope.NETWORK);

    private final CaptureScope scope;

    CaptureBy(CaptureScope scope) {
        this.scope = scope;
    }

    CaptureScope scope() {
        return scope;
    }
}
