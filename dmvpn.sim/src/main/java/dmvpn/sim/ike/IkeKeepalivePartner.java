package dmvpn.sim.ike;

/** Keeps the mapping of an IKE SA alive. */
record IkeKeepalivePartner(IkeSa sa, IkeTransport transport) implements KeepalivePartner {

    @Override
    public long lastSentNanos() {
        return sa.lastSentNanos;
    }

    @Override
    public void sendKeepalive() {
        transport.sendKeepalive(sa);
    }
}
