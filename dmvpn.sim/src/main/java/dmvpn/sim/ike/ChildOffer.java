package dmvpn.sim.ike;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.sim.ike.message.EspSuite;

/**
 * What a responder takes of a peer's request for a child SA.
 *
 * @param owner who gets it
 * @param number number of the chosen proposal
 * @param remoteSpi SPI that the peer receives with
 * @param suite algorithms
 * @param mode transport when both ends want it, else tunnel
 */
record ChildOffer(ChildSaOwner owner, int number, long remoteSpi, EspSuite suite, EncapsulationMode mode) {
}
