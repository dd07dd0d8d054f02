package dmvpn.dsl.compile;

import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.network.address.IpPrefix;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What was compiled for the revision before, for {@link ModelCompiler} alone. */
public final class CompileMemory {

    private final CompileContext context = new CompileContext();
    private SharedPlan shared;
    // Keyed by identity and used for look-ups only.
    private Map<RouterDeclaration, CompiledFamily> families = new IdentityHashMap<>();
    private RouterDirectory routers;
    private Map<CloudPlan, List<IpPrefix>> hubNetworks = Map.of();

    CompileContext context() {
        return context;
    }

    /** The shared plan of the revision before, null for none. */
    SharedPlan shared() {
        return shared;
    }

    /** The directory of the revision before, null for none. */
    RouterDirectory routers() {
        return routers;
    }

    /** The family that a declaration was compiled to, null for none. */
    CompiledFamily family(RouterDeclaration base) {
        return families.get(base);
    }

    /** The known networks when they are equal, so that the same networks are the same object. */
    Map<CloudPlan, List<IpPrefix>> sameHubNetworks(Map<CloudPlan, List<IpPrefix>> networks) {
        if (!hubNetworks.equals(networks)) {
            hubNetworks = networks;
        }
        return hubNetworks;
    }

    void remember(SharedPlan newShared, List<CompiledFamily> newFamilies, RouterDirectory newRouters) {
        shared = newShared;
        routers = newRouters;
        families = new IdentityHashMap<>(newFamilies.size());
        newFamilies.forEach(family -> families.put(family.family().base(), family));
    }
}
