package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;

/**
 * What one next-hop server has not answered since it answered last, and when that is enough: FRRouting counts requests
 * (nhrpd/nhrp_nhs.c); IOS waits 7 s after the first one. A look for FRRouting's socket in vain counts here as a request without
 * answer, which is an assumption: its sources count nothing while there is no socket, and would never try the next server.
 */
final class ServerSilence {

    private final NhrpTunnel tunnel;
    private final IpAddress nbmaAddress;
    private int unanswered;

    ServerSilence(NhrpTunnel tunnel, IpAddress nbmaAddress) {
        this.tunnel = tunnel;
        this.nbmaAddress = nbmaAddress;
    }

    /** The server answered, or it is tried anew. */
    void end() {
        unanswered = 0;
    }

    /**
     * One more was not answered.
     *
     * @return true when the server counts as unreachable
     */
    boolean goesOn() {
        unanswered++;
        NhrpTiming timing = tunnel.behaviour().timing();
        return timing.countsSilence() && unanswered >= timing.unansweredUntilDown();
    }

    /** Why the server is down. */
    String text() {
        boolean isReachable = tunnel.isUsable(nbmaAddress);
        if (tunnel.behaviour().timing().countsSilence()) {
            return isReachable ? "NHRP registration failure: " + unanswered + " requests were not answered"
                    : "no IPsec socket, looked for " + unanswered + " times";
        }
        return isReachable ? "NHRP registration failure: no answer within 7 s" : "no IPsec socket within 7 s";
    }
}
