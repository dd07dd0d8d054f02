package dmvpn.sim.ike.v1;

import dmvpn.sim.ike.KeepalivePartner;

/** Keeps the mapping of an ISAKMP SA and its pairs alive. */
record IsakmpKeepalivePartner(IsakmpSa sa, IsakmpTransport transport) implements KeepalivePartner {

    @Override
    public long lastSentNanos() {
        return sa.lastSentNanos;
    }

    @Override
    public void sendKeepalive() {
        transport.sendKeepalive(sa);
    }
}
