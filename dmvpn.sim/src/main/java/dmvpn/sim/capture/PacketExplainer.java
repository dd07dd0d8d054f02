package dmvpn.sim.capture;

import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.EncodedPacket;
import dmvpn.sim.packet.codec.PacketCodecs;
import java.util.List;

/** Tells what each byte of a packet means: those on the wire, and those that IPsec or a key exchange encrypted into them. */
public final class PacketExplainer {

    private final SeededKeys keys;

    /** @param seed seed of the run, which the keys derive from */
    public PacketExplainer(long seed) {
        keys = new SeededKeys(seed);
    }

    /**
     * Explains a packet.
     *
     * @param earlier IKEv1 messages of the run before it in their order, as the encryption of one depends on those before
     */
    public EncodedPacket explain(IpPacket packet, List<IpPacket> earlier) {
        SecurityAssociations none = new SecurityAssociations();
        PacketCodecs codecs = ProtocolCodecs.of(keys, none, none, none, none);
        earlier.forEach(codecs::encode);
        return codecs.explain(packet);
    }
}
