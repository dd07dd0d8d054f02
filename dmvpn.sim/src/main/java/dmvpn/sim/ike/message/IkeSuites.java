package dmvpn.sim.ike.message;

import java.util.Optional;

/** What a reader of IKE messages must know beforehand: an encrypted message does not say with what. */
@FunctionalInterface
public interface IkeSuites {

    /** Algorithms of the IKE SA with these SPIs; empty when nobody knows it. */
    Optional<IkeSuite> of(long initiatorSpi, long responderSpi);
}
