package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;

/** Sockets of a tunnel without protection: each is up at all times, so no listener is ever told of a change. */
public final class UnprotectedSockets implements CryptoSockets {

    @Override
    public boolean isProtected() {
        return false;
    }

    @Override
    public void open(IpAddress peerNbmaAddress) {
        // up already
    }

    @Override
    public void close(IpAddress peerNbmaAddress) {
        // nothing to delete
    }

    @Override
    public SocketState state(IpAddress peerNbmaAddress) {
        return SocketState.UP;
    }

    @Override
    public void addListener(CryptoSocketListener listener) {
        // nothing ever changes
    }
}
