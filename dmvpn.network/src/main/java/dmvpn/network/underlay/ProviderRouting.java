package dmvpn.network.underlay;

import dmvpn.network.origin.Origin;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a provider's MPLS/VPN exchanges routes with its customers (RFC 4364).
 *
 * @param autonomousSystem the provider's, from 1 to 4294967295; empty when it does not matter
 * @param edgeProtocol protocol between the provider's edge and the customer's edge; empty when the model does not say
 * @param handoff how the provider's own router at the site hands routes over; empty when there is none
 * @param origin where it was written
 */
public record ProviderRouting(
        OptionalLong autonomousSystem,
        Optional<EdgeProtocol> edgeProtocol,
        Optional<ProviderHandoff> handoff,
        Origin origin) {

    /** The protocol that customers speak with the provider's nearest router; empty when the model does not say. */
    public Optional<EdgeProtocol> protocolWithCustomers() {
        return handoff.map(ProviderHandoff::protocol).or(() -> edgeProtocol);
    }
}
