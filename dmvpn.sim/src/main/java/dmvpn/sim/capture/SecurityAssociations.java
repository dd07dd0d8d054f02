package dmvpn.sim.capture;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkeSuite;
import dmvpn.sim.ike.message.IkeSuites;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpSuite;
import dmvpn.sim.ike.v1.message.IsakmpSuites;
import dmvpn.sim.ipsec.AhHashes;
import dmvpn.sim.ipsec.AhPacket;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.ipsec.EspTransforms;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The security associations that protected packets have been seen of, in the order of their first packets. Their keys
 * derive from the seed, so the typed packets tell all that a reader of the bytes needs.
 */
public final class SecurityAssociations implements IkeSuites, IsakmpSuites, EspTransforms, AhHashes {

    /**
     * The name of an IKE SA.
     *
     * @param initiatorSpi the initiator's SPI
     * @param responderSpi the responder's SPI
     */
    public record IkeSpis(long initiatorSpi, long responderSpi) {
    }

    /**
     * An ESP security association.
     *
     * @param source sender
     * @param destination receiver
     * @param securityParametersIndex SPI
     * @param transform how its packets are protected
     */
    public record Esp(IpAddress source, IpAddress destination, long securityParametersIndex, EspTransform transform) {
    }

    /** One SPI may serve between several pairs of addresses. */
    private record EspName(IpAddress source, IpAddress destination, long securityParametersIndex) {
    }

    private final Map<IkeSpis, IkeSuite> ike = new LinkedHashMap<>();
    private final Map<IkeSpis, IsakmpSuite> isakmp = new LinkedHashMap<>();
    private final Map<Long, HashAlgorithm> hashes = new LinkedHashMap<>();
    private final Map<EspName, Esp> esp = new LinkedHashMap<>();
    private final Map<Long, EspTransform> transforms = new LinkedHashMap<>();

    /** Looks at a packet and what is inside it. */
    public void observe(IpPacket packet) {
        IpPacket nearest = packet;
        Packet layer = packet;
        while (layer != null) {
            switch (layer) {
                case IpPacket inner -> nearest = inner;
                case IkePacket message -> message.protection().ifPresent(suite ->
                        ike.putIfAbsent(new IkeSpis(message.initiatorSpi(), message.responderSpi()), suite));
                case IsakmpPacket message -> message.protection().ifPresent(protection -> isakmp.putIfAbsent(
                        new IkeSpis(message.initiatorCookie(), message.responderCookie()), protection.suite()));
                case AhPacket message -> hashes.putIfAbsent(message.securityParametersIndex(), message.hash());
                case EspPacket message -> observe(nearest, message);
                default -> { }
            }
            layer = inside(layer);
        }
    }

    /** Of a packet that was cut the first piece has everything that a reader needs to know. */
    private static Packet inside(Packet layer) {
        return layer instanceof IpFragment fragment
                ? (fragment.readable() == fragment ? null : fragment.readable()) : layer.payload().orElse(null);
    }

    private void observe(IpPacket outer, EspPacket packet) {
        long spi = packet.securityParametersIndex();
        esp.computeIfAbsent(new EspName(outer.source(), outer.destination(), spi),
                name -> new Esp(name.source(), name.destination(), spi, packet.transform()));
        transforms.putIfAbsent(spi, packet.transform());
    }

    /** IKE SAs in the order of their first protected message. */
    public Map<IkeSpis, IkeSuite> ikeAssociations() {
        return new LinkedHashMap<>(ike);
    }

    /** ISAKMP SAs of IKEv1, by their cookies, in the order of their first protected message. */
    public Map<IkeSpis, IsakmpSuite> isakmpAssociations() {
        return new LinkedHashMap<>(isakmp);
    }

    /** ESP security associations in the order of their first packet. */
    public List<Esp> espAssociations() {
        return new ArrayList<>(esp.values());
    }

    @Override
    public Optional<IkeSuite> of(long initiatorSpi, long responderSpi) {
        return Optional.ofNullable(ike.get(new IkeSpis(initiatorSpi, responderSpi)));
    }

    @Override
    public Optional<IsakmpSuite> isakmpSuite(long initiatorCookie, long responderCookie) {
        return Optional.ofNullable(isakmp.get(new IkeSpis(initiatorCookie, responderCookie)));
    }

    @Override
    public Optional<HashAlgorithm> hashOfSpi(long securityParametersIndex) {
        return Optional.ofNullable(hashes.get(securityParametersIndex));
    }

    @Override
    public Optional<EspTransform> ofSpi(long securityParametersIndex) {
        return Optional.ofNullable(transforms.get(securityParametersIndex));
    }
}
