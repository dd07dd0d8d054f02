package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.sim.ike.ChildSa;
import dmvpn.sim.ike.ChildSaOwner;
import dmvpn.sim.ike.IkeSession;
import dmvpn.sim.ike.KeyExchange;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.SaEndReason;
import dmvpn.sim.ike.UdpPorts;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Both versions of IKE: the profile of a tunnel says which of them serves it. */
record BothKeyExchanges(KeyExchange version1, KeyExchange version2) implements KeyExchange {

    private KeyExchange of(ChildSaOwner owner) {
        return owner.profile().ike().version() == IkeVersion.IKEV1 ? version1 : version2;
    }

    @Override
    public void start() {
        version1.start();
        version2.start();
    }

    @Override
    public void stop() {
        version1.stop();
        version2.stop();
    }

    @Override
    public void open(PeerAddresses peer, ChildSaOwner owner) {
        of(owner).open(peer, owner);
    }

    @Override
    public boolean isUnderWay(PeerAddresses peer, ChildSaOwner owner) {
        return of(owner).isUnderWay(peer, owner);
    }

    @Override
    public boolean isEstablished(PeerAddresses peer) {
        return version2.isEstablished(peer) || version1.isEstablished(peer);
    }

    @Override
    public List<IkeSession> sessions(PeerAddresses peer) {
        return Stream.concat(version2.sessions(peer).stream(), version1.sessions(peer).stream()).toList();
    }

    @Override
    public void close(PeerAddresses peer, ChildSaOwner owner) {
        of(owner).close(peer, owner);
    }

    @Override
    public void clear(Predicate<IpAddress> peer) {
        version1.clear(peer);
        version2.clear(peer);
    }

    @Override
    public void abandon(PeerAddresses peer, SaEndReason reason) {
        version1.abandon(peer, reason);
        version2.abandon(peer, reason);
    }

    @Override
    public void packetToSend(ChildSa child) {
        of(child.owner()).packetToSend(child);
    }

    @Override
    public void packetReceived(ChildSa child) {
        of(child.owner()).packetReceived(child);
    }

    @Override
    public void packetReceived(ChildSa child, IpAddress source, UdpPorts ports) {
        of(child.owner()).packetReceived(child, source, ports);
    }

    @Override
    public UdpPorts ports(PeerAddresses peer) {
        return version2.isEstablished(peer) ? version2.ports(peer) : version1.ports(peer);
    }

    /** The second version hands on what is of the first. */
    @Override
    public void receive(RouterInterface ingress, IpPacket packet, UdpDatagram datagram) {
        version2.receive(ingress, packet, datagram);
    }

    @Override
    public void volumeNearlyUsedUp(ChildSa child) {
        of(child.owner()).volumeNearlyUsedUp(child);
    }

    @Override
    public void volumeUsedUp(ChildSa child) {
        of(child.owner()).volumeUsedUp(child);
    }

    @Override
    public List<ShowCommand> showCommands() {
        return Stream.concat(version2.showCommands().stream(), version1.showCommands().stream()).toList();
    }

    @Override
    public List<StateTable> stateTables() {
        return Stream.concat(version2.stateTables().stream(), version1.stateTables().stream()).toList();
    }
}
