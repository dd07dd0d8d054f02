package dmvpn.dsl.compile;

import dmvpn.dsl.model.RouterDeclaration;
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
    private CloudMembers members = CloudMembers.NONE;

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

    /** The known members when they are equal, so that the same members are the same object. */
    CloudMembers sameMembers(CloudMembers newMembers) {
        if (!members.equals(newMembers)) {
            members = newMembers;
        }
        return members;
    }

    void remember(SharedPlan newShared, List<CompiledFamily> newFamilies, RouterDirectory newRouters) {
        shared = newShared;
        routers = newRouters;
        families = new IdentityHashMap<>(newFamilies.size());
        newFamilies.forEach(family -> families.put(family.family().base(), family));
    }
}
