package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpExtension.ForwardTransitRecord;
import dmvpn.sim.nhrp.message.NhrpExtension.NatAddress;
import dmvpn.sim.nhrp.message.NhrpExtension.ResponderAddress;
import dmvpn.sim.nhrp.message.NhrpExtension.ReverseTransitRecord;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.nhrp.message.RegistrationFlags;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client tells one next-hop server: its registration (RFC 2332 section 5.2.3), and its end (section 5.2.5). */
final class RegistrationMessages {

    private final NhrpTunnel tunnel;
    private final NhrpTransmitter transmitter;
    private final NextHopServer server;

    RegistrationMessages(NhrpTunnel tunnel, NhrpTransmitter transmitter, NextHopServer server) {
        this.tunnel = tunnel;
        this.transmitter = transmitter;
        this.server = server;
    }

    /**
     * Registers.
     *
     * @return false when this router has no underlay address to send from
     */
    boolean request(long requestId, String reason) {
        Optional<IpAddress> ownNbmaAddress = tunnel.nbmaAddress();
        if (ownNbmaAddress.isEmpty()) {
            tunnel.decide("registration not sent", server.protocolAddress(), server.nbmaAddress(),
                    "the tunnel source has no address");
            return false;
        }
        int hostLength = tunnel.protocolAddress().bitLength();
        int holdingTimeSeconds = tunnel.configuration().holdingTimeSeconds();
        List<ClientInformationEntry> clients = new ArrayList<>(2);
        clients.add(ClientInformationEntry.ofSource(hostLength, NhrpTunnel.ANNOUNCED_MTU_BYTES, holdingTimeSeconds));
        tunnel.registeredLinkLocalAddress().ifPresent(address -> clients.add(ClientInformationEntry.ofFurtherAddress(
                NhrpTunnel.ANNOUNCED_MTU_BYTES, holdingTimeSeconds, address)));
        ClientInformationEntry serverSeen = ClientInformationEntry.mapping(hostLength, NhrpTunnel.ANNOUNCED_MTU_BYTES, 0,
                server.nbmaAddress(), server.protocolAddress());
        List<NhrpExtension> extensions = List.of(ResponderAddress.EMPTY, ForwardTransitRecord.EMPTY,
                ReverseTransitRecord.EMPTY, new NatAddress(List.of(serverSeen)));
        transmitter.send(server.nbmaAddress(), new RegistrationRequest(
                NhrpHeader.originated(ownNbmaAddress.get(), tunnel.protocolAddress(), server.protocolAddress()),
                requestId, new RegistrationFlags(tunnel.configuration().uniqueRegistration(), true), clients,
                extensions), reason);
        return true;
    }

    /** Takes the registration back, where the platform does so. */
    void withdraw(String reason) {
        Optional<IpAddress> ownNbmaAddress = tunnel.nbmaAddress();
        if (ownNbmaAddress.isPresent() && tunnel.behaviour().has(NhrpSwitch.SENDS_PURGES)) {
            IpAddress own = tunnel.protocolAddress();
            transmitter.send(server.nbmaAddress(), new PurgeRequest(
                    NhrpHeader.originated(ownNbmaAddress.get(), own, server.protocolAddress()), tunnel.nextRequestId(), true,
                    Stream.concat(Stream.of(own), tunnel.registeredLinkLocalAddress().stream())
                            .map(address -> ClientInformationEntry.ofPrefix(address.bitLength(), address)).toList(),
                    List.of(ResponderAddress.EMPTY, ForwardTransitRecord.EMPTY, ReverseTransitRecord.EMPTY)), reason);
        }
    }
}
