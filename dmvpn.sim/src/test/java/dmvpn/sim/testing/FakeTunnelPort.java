package dmvpn.sim.testing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.tunnel.FarEnd;
import dmvpn.sim.tunnel.LineProtocol;
import dmvpn.sim.tunnel.NbmaResolver;
import dmvpn.sim.tunnel.NhrpReceiver;
import dmvpn.sim.tunnel.TunnelPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tunnel that keeps the NHRP packets it is given, and through which a test delivers others. */
public final class FakeTunnelPort extends FakeInterface implements TunnelPort {

    /**
     * An NHRP packet that was sent.
     *
     * @param nbmaAddress where to
     * @param packet the packet
     */
    public record SentNhrp(IpAddress nbmaAddress, Packet packet) {
    }

    private final TunnelInterface configuration;
    private Optional<IpAddress> nbmaAddress;
    private final List<SentNhrp> sentNhrp = new ArrayList<>();
    private NbmaResolver resolver;
    private NhrpReceiver receiver;
    private int announcedTargets;

    /** @param nbmaAddress local NBMA address, such as {@code 203.0.113.1} */
    public FakeTunnelPort(TunnelInterface configuration, String nbmaAddress) {
        super(configuration.name(), configuration.address().toString());
        this.configuration = configuration;
        this.nbmaAddress = Optional.of(IpAddress.parse(nbmaAddress));
    }

    /** NHRP packets sent so far. */
    public List<SentNhrp> sentNhrp() {
        return sentNhrp;
    }

    /** How often a new multicast target was announced. */
    public int announcedTargets() {
        return announcedTargets;
    }

    /** Changes the local NBMA address and tells listeners. */
    public void setNbmaAddress(Optional<IpAddress> newAddress) {
        nbmaAddress = newAddress;
        listeners().forEach(listener -> listener.changed(this));
    }

    /** Delivers an NHRP packet as if it came from an NBMA address. */
    public void deliver(IpAddress outerSource, Packet packet) {
        receiver.receive(outerSource, packet);
    }

    /** What NHRP set as the resolver. */
    public NbmaResolver resolver() {
        return resolver;
    }

    @Override
    public TunnelInterface configuration() {
        return configuration;
    }

    @Override
    public Optional<IpAddress> nbmaAddress() {
        return nbmaAddress;
    }

    @Override
    public boolean isInService() {
        return isUp();
    }

    @Override
    public void setLineProtocol(LineProtocol lineProtocol, String reason) {
        setUp(lineProtocol == LineProtocol.UP);
    }

    @Override
    public void setResolver(NbmaResolver newResolver) {
        resolver = newResolver;
    }

    @Override
    public void setNhrpReceiver(NhrpReceiver newReceiver) {
        receiver = newReceiver;
    }

    @Override
    public void sendNhrp(FarEnd target, Packet packet) {
        sentNhrp.add(new SentNhrp(target.nbmaAddress(), packet));
    }

    @Override
    public void announceMulticastTarget() {
        announcedTargets++;
        listeners().forEach(listener -> listener.multicastTargetAdded(this));
    }
}
