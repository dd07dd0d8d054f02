package dmvpn.sim.ike;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.sim.ike.message.EspSuite;
import dmvpn.sim.ike.message.TrafficSelector;
import java.util.List;

/**
 * What a responder takes of a peer's request for a child SA.
 *
 * @param owner who gets it
 * @param number number of the chosen proposal
 * @param remoteSpi SPI that the peer receives with
 * @param suite algorithms
 * @param mode transport when both ends want it, else tunnel
 * @param initiatorSelectors what the peer wants protected of itself
 * @param responderSelectors what it wants protected of this end
 */
record ChildOffer(ChildSaOwner owner, int number, long remoteSpi, EspSuite suite, EncapsulationMode mode,
        List<TrafficSelector> initiatorSelectors, List<TrafficSelector> responderSelectors) {
}
