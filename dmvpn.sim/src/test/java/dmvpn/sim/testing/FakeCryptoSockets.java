package dmvpn.sim.testing;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.tunnel.CryptoSockets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sockets that a test brings up and down. */
public final class FakeCryptoSockets implements CryptoSockets {

    private final Map<IpAddress, SocketState> states = new LinkedHashMap<>();
    private final List<CryptoSocketListener> listeners = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    /** Calls so far, such as {@code open 203.0.113.1}. */
    public List<String> calls() {
        return calls;
    }

    /** Brings a socket up and tells listeners. */
    public void bringUp(IpAddress peer) {
        states.put(peer, SocketState.UP);
        listeners.forEach(listener -> listener.socketUp(peer));
    }

    /** Takes a socket down and tells listeners. */
    public void takeDown(IpAddress peer, String reason) {
        states.remove(peer);
        listeners.forEach(listener -> listener.socketDown(peer, reason));
    }

    @Override
    public boolean isProtected() {
        return true;
    }

    @Override
    public void open(IpAddress peer) {
        calls.add("open " + peer);
        states.putIfAbsent(peer, SocketState.OPENING);
    }

    @Override
    public void close(IpAddress peer) {
        calls.add("close " + peer);
        states.remove(peer);
    }

    @Override
    public SocketState state(IpAddress peer) {
        return states.getOrDefault(peer, SocketState.NONE);
    }

    @Override
    public void addListener(CryptoSocketListener listener) {
        listeners.add(listener);
    }
}
