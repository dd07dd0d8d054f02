package dmvpn.sim.provider;

/**
 * The line between a customer's uplink and the provider's router at its end. It is up or down for both.
 *
 * @param customerDevice name of the customer's router
 * @param customerInterface its uplink
 * @param edgeDevice name of the provider's router
 * @param edgeInterface the interface of that router
 */
public record ProviderLine(String customerDevice, String customerInterface, String edgeDevice, String edgeInterface) {
}
