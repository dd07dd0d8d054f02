package dmvpn.sim.ipsec;

import dmvpn.network.crypto.HashAlgorithm;
import java.util.Optional;

/** What a reader of Authentication Headers must know beforehand: several hashes have values of one length. */
@FunctionalInterface
public interface AhHashes {

    /** The hash of packets with an SPI; empty when nobody knows the SPI. */
    Optional<HashAlgorithm> hashOfSpi(long securityParametersIndex);
}
