package dmvpn.sim.trace;

/** The origin last used by each node in the current frame: most events of a router come from one element. */
final class NodeOrigins {

    private final int[] origins;
    private final int[] frames;

    NodeOrigins(int nodes) {
        this.origins = new int[nodes];
        this.frames = new int[nodes];
    }

    int last(int node, int frame) {
        return frames[node] == frame + 1 ? origins[node] : 0;
    }

    void set(int node, int frame, int origin) {
        frames[node] = frame + 1;
        origins[node] = origin;
    }
}
