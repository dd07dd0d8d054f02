package dmvpn.sim.ipsec;

import dmvpn.network.crypto.EspTransform;
import java.util.Optional;

/** What a reader of ESP packets must know beforehand: the wire does not say how a packet is protected. */
@FunctionalInterface
public interface EspTransforms {

    /** How packets with an SPI are protected; empty when nobody knows the SPI. */
    Optional<EspTransform> ofSpi(long securityParametersIndex);
}
