package dmvpn.sim.ipsec;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.device.Vendor;
import dmvpn.network.tunnel.EncapsulationOverhead;
import dmvpn.sim.fragmentation.Fragmenter;
import dmvpn.sim.fragmentation.FragmentingNode;
import dmvpn.sim.fragmentation.Reassembler;
import dmvpn.sim.ike.ChildSa;
import dmvpn.sim.ike.KeyExchange;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.UdpPorts;
import dmvpn.sim.ipsec.IpsecTraceEvent.DropReason;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.tunnel.GreInput;
import java.util.List;
import java.util.Optional;

/** Builds and opens ESP packets (RFC 4303 sections 3.3 and 3.4). */
final class EspEncapsulation {

    private final RouterContext context;
    private final SecurityAssociationDatabase database;
    private final KeyExchange ike;
    private final GreInput greInput;
    private final FragmentingNode fragments;
    private final boolean cutsBeforeEncryption;

    EspEncapsulation(RouterContext context, SecurityAssociationDatabase database, KeyExchange ike,
            GreInput greInput) {
        this.context = context;
        this.database = database;
        this.ike = ike;
        this.greInput = greInput;
        this.fragments = new FragmentingNode(context.node(), context.device().origin(), context.scheduler(), context.trace(),
                Reassembler.ROUTER_TIMEOUT_NANOS);
        this.cutsBeforeEncryption = context.device().platform().vendor() != Vendor.FRR;
    }

    /** Power fails. */
    void stop() {
        fragments.stop();
    }

    /**
     * Protects a packet, or drops it when the sequence numbers are used up. In tunnel mode Cisco IOS cuts what would be too
     * large for the interface before it encrypts it, so that the peer's decryption sees no fragments (Cisco, Pre-Fragmentation
     * for IPsec VPNs, the default); in transport mode, and on Linux, the encrypted packet is cut by IP.
     *
     * @param egress name of the interface that it will leave by
     */
    List<IpPacket> encapsulate(EspSa sa, IpPacket clear, String egress) {
        if (sa.transform().mode() == EncapsulationMode.TUNNEL && cutsBeforeEncryption) {
            int mtuBytes = context.interfaceNamed(egress).map(RouterInterface::mtuBytes).orElse(Integer.MAX_VALUE);
            int largestBytes = plaintextMtuBytes(sa, clear.source() instanceof Ipv6Address, mtuBytes);
            if (clear.lengthBytes() > largestBytes && Fragmenter.mayBeCutOnTheWay(clear)) {
                return fragments.cut(clear, egress, largestBytes).stream()
                        .flatMap(piece -> encapsulate(sa, piece).stream()).toList();
            }
        }
        Optional<IpPacket> packet = encapsulate(sa, clear);
        return packet.isPresent() ? List.of(packet.get()) : List.of();
    }

    /** Largest packet in clear that fits, encrypted, into an MTU: "plaintext mtu" of Cisco IOS. */
    static int plaintextMtuBytes(EspSa sa, boolean isIpv6, int mtuBytes) {
        EncapsulationOverhead overhead = new EncapsulationOverhead(
                isIpv6 ? EncapsulationOverhead.IPV6_HEADER_BYTES : EncapsulationOverhead.IPV4_HEADER_BYTES, false,
                Optional.of(sa.transform()), sa.child().udpPorts().isPresent());
        int headerBytes = sa.authenticationHeader()
                .map(hash -> EncapsulationOverhead.authenticationHeaderBytes(hash, isIpv6)).orElse(0);
        return overhead.largestInnerBytes(mtuBytes - headerBytes) + overhead.greBytes() + overhead.deliveryHeaderBytes();
    }

    private Optional<IpPacket> encapsulate(EspSa sa, IpPacket clear) {
        long sequence = sa.nextSequence();
        if (sequence == 0) {
            sa.countSendError();
            drop(DropReason.SEQUENCE_EXHAUSTED, clear, sa.child().outboundSpi(), sequence, sa);
            return Optional.empty();
        }
        sa.volume().sent(clear.lengthBytes());
        IpPacket encrypted = switch (sa.transform().mode()) {
            case TRANSPORT -> sa.transform().isEsp() ? inTransportMode(sa, clear, sequence) : clear;
            case TUNNEL -> sa.transform().isEsp() ? inTunnelMode(sa, clear, sequence) : withOuterHeader(clear, ipInIp(clear), clear);
        };
        IpPacket packet = sa.authenticationHeader().isPresent()
                ? withHeader(sa, encrypted, sequence, sa.authenticationHeader().get())
                : sa.child().udpPorts().isPresent() ? inUdp(sa, encrypted, sa.child().udpPorts().get()) : encrypted;
        watchVolume(sa);
        return Optional.of(packet);
    }

    /**
     * A UDP header between IP and ESP, which translating devices understand (RFC 3948 section 3.1.1), to where the peer is now:
     * the tunnel may still know it by a former address (RFC 7296 section 2.23).
     */
    private static IpPacket inUdp(EspSa sa, IpPacket esp, UdpPorts ports) {
        return new IpPacket(esp.source(), sa.child().peer().remote(), IpPacket.UDP, esp.timeToLive(), esp.trafficClass(),
                esp.dontFragment(), esp.identification(),
                new UdpDatagram(ports.local(), ports.remote(), new UdpEncapsulated(false, esp.content())));
    }

    /** The packet that uses the last of a volume still goes; a new pair is negotiated before, unless the peer is to do that. */
    private void watchVolume(EspSa sa) {
        if (sa.volume().isUsedUp()) {
            ike.volumeUsedUp(sa.child());
        } else if (sa.volume().asksForRenewal()) {
            ike.volumeNearlyUsedUp(sa.child());
        }
    }

    /** The IP header stays, ESP comes between it and the content (RFC 4303 section 3.1.1). */
    private static IpPacket inTransportMode(EspSa sa, IpPacket clear, long sequence) {
        EspPacket esp = new EspPacket(sa.child().outboundSpi(), sequence, sa.transform(), clear.protocolNumber(),
                clear.content());
        return new IpPacket(clear.source(), clear.destination(), IpPacket.ESP, clear.timeToLive(),
                clear.trafficClass(), clear.dontFragment(), clear.identification(), esp);
    }

    /** The Authentication Header comes between the IP header and ESP, or what else it protects (RFC 4302 section 3.1). */
    private static IpPacket withHeader(EspSa sa, IpPacket packet, long sequence, HashAlgorithm hash) {
        AhPacket header = new AhPacket(sa.child().outboundSpi(), sequence, hash, packet.source(), packet.destination(),
                packet.protocolNumber(), packet.content());
        return new IpPacket(packet.source(), packet.destination(), IpPacket.AH, packet.timeToLive(), packet.trafficClass(),
                packet.dontFragment(), packet.identification(), header);
    }

    private static IpPacket inTunnelMode(EspSa sa, IpPacket clear, long sequence) {
        EspPacket esp = new EspPacket(sa.child().outboundSpi(), sequence, sa.transform(), ipInIp(clear), clear);
        return withOuterHeader(clear, IpPacket.ESP, esp);
    }

    private static int ipInIp(IpPacket inner) {
        return inner.source() instanceof Ipv4Address ? EspPacket.IPV4_IN_IP : EspPacket.IPV6_IN_IP;
    }

    /** A new IP header with the traffic class and DF bit of the inner one (RFC 4301 section 5.1.2). */
    private static IpPacket withOuterHeader(IpPacket clear, int protocolNumber, Packet content) {
        IpPacket outer = IpPacket.originated(clear.source(), clear.destination(), protocolNumber, content);
        return new IpPacket(outer.source(), outer.destination(), protocolNumber, outer.timeToLive(),
                clear.trafficClass(), clear.dontFragment(), clear.identification(), content);
    }

    /** Takes an ESP packet, or one with an Authentication Header, for this router. */
    void receive(RouterInterface ingress, IpPacket packet) {
        switch (packet.content()) {
            case EspPacket esp -> receive(ingress, packet, esp, false, Optional.empty());
            case AhPacket header -> receive(ingress, packet, header);
            default -> { }
        }
    }

    /** Takes an ESP packet in UDP for this router. */
    void receiveInUdp(RouterInterface ingress, IpPacket packet, UdpDatagram datagram) {
        if (datagram.content() instanceof UdpEncapsulated inUdp && inUdp.content() instanceof EspPacket esp) {
            receive(ingress, packet, esp, false, Optional.of(UdpPorts.answering(datagram)));
        }
    }

    private void receive(RouterInterface ingress, IpPacket packet, AhPacket header) {
        EspSa sa = database.find(header.securityParametersIndex());
        if (sa == null || sa.authenticationHeader().isEmpty() || !isFor(sa.child().peer(), ingress, packet)) {
            refuse(DropReason.UNKNOWN_SPI, packet, header.securityParametersIndex(), header.sequenceNumber(), sa);
        } else if (!header.covers(packet)) {
            refuse(DropReason.INTEGRITY, packet, header.securityParametersIndex(), header.sequenceNumber(), sa);
        } else if (!sa.acceptHeader(header.sequenceNumber())) {
            refuse(DropReason.REPLAY, packet, header.securityParametersIndex(), header.sequenceNumber(), sa);
        } else if (!sa.transform().isEsp()) {
            ike.packetReceived(sa.child());
            taken(sa, ingress, packet, header.nextHeader(), header.content(), header.sequenceNumber());
        } else if (header.content() instanceof EspPacket esp) {
            receive(ingress, packet, esp, true, Optional.empty());
        } else {
            refuse(DropReason.SELECTORS, packet, header.securityParametersIndex(), header.sequenceNumber(), sa);
        }
    }

    private void receive(RouterInterface ingress, IpPacket packet, EspPacket esp, boolean authenticated,
            Optional<UdpPorts> ports) {
        EspSa sa = database.find(esp.securityParametersIndex());
        if (sa == null || !isFor(sa.child().peer(), ingress, packet)) {
            refuse(DropReason.UNKNOWN_SPI, packet, esp.securityParametersIndex(), esp.sequenceNumber(), sa);
        } else if (!sa.transform().isEsp() || sa.authenticationHeader().isPresent() != authenticated) {
            refuse(DropReason.NO_HEADER, packet, esp.securityParametersIndex(), esp.sequenceNumber(), sa);
        } else if (!sa.accept(esp.sequenceNumber())) {
            refuse(DropReason.REPLAY, packet, esp.securityParametersIndex(), esp.sequenceNumber(), sa);
        } else {
            if (ports.isPresent()) {
                ike.packetReceived(sa.child(), packet.source(), ports.get());
            } else {
                ike.packetReceived(sa.child());
            }
            taken(sa, ingress, packet, esp.nextHeader(), esp.content(), esp.sequenceNumber());
        }
    }

    private void taken(EspSa sa, RouterInterface ingress, IpPacket packet, int nextHeader, Packet content, long sequence) {
        sa.volume().received(packet.headerBytes() + content.lengthBytes());
        deliver(sa, ingress, packet, nextHeader, content, sequence);
        watchVolume(sa);
    }

    /** RFC 4301 section 4.1 lets the addresses take part in the lookup, so that an SPI alone opens nothing. */
    private static boolean isFor(PeerAddresses peer, RouterInterface ingress, IpPacket packet) {
        return peer.local().equals(packet.destination()) && peer.frontDoorVrf().equals(ingress.vrf());
    }

    private void deliver(EspSa sa, RouterInterface ingress, IpPacket packet, int nextHeader, Packet content, long sequence) {
        Optional<IpPacket> clear = open(sa.child(), packet, nextHeader, content);
        if (clear.isPresent() && clear.get().content() instanceof IpFragment) {
            fragments.receive(clear.get(), first -> { }).ifPresent(whole -> greInput.receive(ingress, whole, true));
        } else if (clear.isPresent()) {
            greInput.receive(ingress, clear.get(), true);
        } else {
            refuse(DropReason.SELECTORS, packet, sa.child().inboundSpi(), sequence, sa);
        }
    }

    /** The packet inside, when it is GRE between the two ends: the selectors of tunnel protection. */
    private static Optional<IpPacket> open(ChildSa child, IpPacket packet, int nextHeader, Packet content) {
        IpPacket clear = content instanceof IpPacket inner
                ? inner
                : new IpPacket(packet.source(), packet.destination(), nextHeader, packet.timeToLive(),
                        packet.trafficClass(), packet.dontFragment(), packet.identification(), content);
        boolean matches = clear.protocolNumber() == IpPacket.GRE
                && clear.source().equals(child.peer().remote())
                && clear.destination().equals(child.peer().local());
        return matches ? Optional.of(clear) : Optional.empty();
    }

    private void refuse(DropReason reason, IpPacket packet, long spi, long sequence, EspSa sa) {
        if (sa != null) {
            sa.countReceiveError();
        }
        drop(reason, packet, spi, sequence, sa);
    }

    private void drop(DropReason reason, IpPacket packet, long spi, long sequence, EspSa sa) {
        context.record(new IpsecTraceEvent.PacketDropped(reason, packet.source(), packet.destination(), spi, sequence),
                sa == null ? context.device().origin() : sa.child().owner().profile().origin());
    }
}
