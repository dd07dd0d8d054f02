package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.util.List;

/**
 * K values of EIGRP (RFC 7868 section 5.6.1): neighbours must have the same.
 *
 * @param weights K1 to K5, each 0 to 255
 * @param origin where they were written
 */
public record EigrpMetricWeights(List<Integer> weights, Origin origin) {

    /** K1 and K3 are 1, the others 0 (RFC 7868 section 5.6.1). */
    public static final List<Integer> DEFAULT = List.of(1, 0, 1, 0, 0);

    /** Keeps an immutable copy of the list. */
    public EigrpMetricWeights {
        weights = List.copyOf(weights);
    }

    /** True for the values that every router has unless told otherwise. */
    public boolean isDefault() {
        return weights.equals(DEFAULT);
    }
}
