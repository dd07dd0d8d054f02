package dmvpn.sim.capture;

import dmvpn.sim.bfd.message.BfdCodec;
import dmvpn.sim.bfd.message.BfdPacket;
import dmvpn.sim.bgp.message.BgpCodec;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.cdp.message.CdpCodec;
import dmvpn.sim.cdp.message.CdpFrame;
import dmvpn.sim.eigrp.message.EigrpCodec;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.icmp.IcmpCodec;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.icmp.Icmpv6Codec;
import dmvpn.sim.icmp.Icmpv6Packet;
import dmvpn.sim.ike.message.IkeCodec;
import dmvpn.sim.ike.message.IkeKeys;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkeSuites;
import dmvpn.sim.ike.message.KeyExchangePacket;
import dmvpn.sim.ike.v1.message.IsakmpCodec;
import dmvpn.sim.ike.v1.message.IsakmpKeys;
import dmvpn.sim.ike.v1.message.IsakmpSuites;
import dmvpn.sim.ipsec.AhCodec;
import dmvpn.sim.ipsec.AhHashes;
import dmvpn.sim.ipsec.AhPacket;
import dmvpn.sim.ipsec.EspCodec;
import dmvpn.sim.ipsec.EspKeys;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.ipsec.EspTransforms;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.nhrp.message.NhrpCodec;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.ospf.message.OspfCodec;
import dmvpn.sim.ospf.message.OspfPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.packet.codec.PayloadKind.GreProtocol;
import dmvpn.sim.packet.codec.PayloadKind.IpProtocol;
import dmvpn.sim.packet.codec.PayloadKind.TcpPort;
import dmvpn.sim.packet.codec.PayloadKind.UdpPort;
import dmvpn.sim.rip.message.RipCodec;
import dmvpn.sim.rip.message.RipPacket;
import dmvpn.sim.tcp.TcpCodec;
import dmvpn.sim.tcp.TcpSegment;
import dmvpn.sim.tunnel.GreCodec;
import dmvpn.sim.tunnel.GrePacket;
import java.util.Map;

/** The codecs of all protocols of the simulator. A further protocol is one more line here. */
public final class ProtocolCodecs {

    private ProtocolCodecs() {
    }

    /**
     * Makes the codecs for the packets of a run.
     *
     * @param keys keys of the run
     * @param ikeSuites IKE SAs that a decoder knows
     * @param isakmpSuites ISAKMP SAs of IKEv1 that a decoder knows
     * @param espTransforms ESP security associations that a decoder knows
     * @param ahHashes hashes of Authentication Headers that a decoder knows
     */
    public static PacketCodecs of(SeededKeys keys, IkeSuites ikeSuites, IsakmpSuites isakmpSuites,
            EspTransforms espTransforms, AhHashes ahHashes) {
        return PacketCodecs.builder()
                .register(IcmpPacket.class, "ICMP", new IcmpCodec(), new IpProtocol(IpPacket.ICMP))
                .register(Icmpv6Packet.class, "ICMPv6", new Icmpv6Codec(), new IpProtocol(IpPacket.ICMPV6))
                .register(TcpSegment.class, "TCP", new TcpCodec(Map.of(BgpMessage.TCP_PORT, BgpMessage::lengthOfFirst)),
                        new IpProtocol(IpPacket.TCP))
                .register(BgpMessage.class, "BGP", new BgpCodec(), new TcpPort(BgpMessage.TCP_PORT))
                .register(GrePacket.class, "GRE", new GreCodec(), new IpProtocol(IpPacket.GRE))
                .register(NhrpPacket.class, "NHRP", new NhrpCodec(), new GreProtocol(GrePacket.NHRP))
                .register(CdpFrame.class, "CDP", new CdpCodec(), new GreProtocol(GrePacket.CDP))
                .register(EigrpPacket.class, "EIGRP", new EigrpCodec(), new IpProtocol(IpPacket.EIGRP))
                .register(OspfPacket.class, "OSPF", new OspfCodec(), new IpProtocol(IpPacket.OSPF))
                .register(BfdPacket.class, "BFD", new BfdCodec(), new UdpPort(BfdPacket.UDP_PORT))
                .register(RipPacket.class, "RIP", new RipCodec(), new UdpPort(RipPacket.UDP_PORT))
                .register(KeyExchangePacket.class, "IKE", new KeyExchangeCodec(new IkeCodec(new IkeKeys(keys), ikeSuites),
                        new IsakmpCodec(new IsakmpKeys(keys), isakmpSuites)),
                        new UdpPort(IkePacket.UDP_PORT))
                .register(EspPacket.class, "ESP", new EspCodec(new EspKeys(keys), espTransforms),
                        new IpProtocol(IpPacket.ESP))
                .register(AhPacket.class, "AH", new AhCodec(keys, ahHashes), new IpProtocol(IpPacket.AH))
                .build();
    }
}
