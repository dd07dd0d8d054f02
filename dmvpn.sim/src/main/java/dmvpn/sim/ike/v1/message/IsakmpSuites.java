package dmvpn.sim.ike.v1.message;

import java.util.Optional;

/** What a reader of protected messages must know beforehand. */
@FunctionalInterface
public interface IsakmpSuites {

    /** The suite of the ISAKMP SA with these cookies; empty when nobody knows it. */
    Optional<IsakmpSuite> isakmpSuite(long initiatorCookie, long responderCookie);
}
