package dmvpn.sim.ipsec;

import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.keys.SealingKeys;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.ByteWriter;
import java.util.Optional;

/**
 * Keys of ESP security associations for captures: derived from the run's seed and the SPI, instead of an exchange that
 * the simulator models without computing it.
 *
 * @param source the run's keys
 */
public record EspKeys(SeededKeys source) {

    /** The keys that packets with an SPI are protected with. */
    public SealingKeys of(long securityParametersIndex, EspTransform transform) {
        Optional<HashAlgorithm> integrity =
                transform.encryption().isAead() ? Optional.empty() : transform.integrity();
        byte[] encryptionKey = source.derive(SealingKeys.encryptionKeyBytes(transform.encryption()), "ESP encryption",
                securityParametersIndex);
        byte[] integrityKey = source.derive(integrity.map(SealingKeys::integrityKeyBytes).orElse(0), "ESP integrity",
                securityParametersIndex);
        return new SealingKeys(transform.encryption(), Octets.of(encryptionKey), integrity, Octets.of(integrityKey));
    }

    /**
     * The initialization vector of a packet: with GCM the sequence number, which never comes twice under a key
     * (RFC 4106 section 3.1); with CBC bytes that nobody foresees who has no seed (RFC 3602 section 3).
     */
    byte[] initializationVector(EspPacket packet) {
        if (packet.transform().encryption().isAead()) {
            return new ByteWriter().u64(packet.sequenceNumber()).toBytes();
        }
        return source.derive(packet.transform().encryption().initializationVectorBytes(), "ESP initialization vector",
                packet.securityParametersIndex(), packet.sequenceNumber());
    }
}
