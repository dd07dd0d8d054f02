package dmvpn.dsl.compile;

import dmvpn.dsl.model.Element;
import dmvpn.network.device.Device;
import java.util.List;

/**
 * Compiles members of large families when somebody asks for them, perhaps long after their model was compiled and from
 * another thread. It works with what was known at that time; places that it has met already follow the text.
 */
final class MembersOnDemand {

    private final CompileContext context;
    private final List<Element> elements;
    private final SharedPlan shared;
    private final RouterDirectory routers;
    private CloudMembers members = CloudMembers.NONE;
    /** Null until somebody asks. */
    private RouterPlanner planner;
    private SiteCompiler sites;
    private DeviceCompiler devices;

    /** @param elements all elements of the model */
    MembersOnDemand(CompileContext context, List<Element> elements, SharedPlan shared, RouterDirectory routers) {
        this.context = context.forMembersOnDemand();
        this.elements = elements;
        this.shared = shared;
        this.routers = routers;
    }

    /** Says who is in the clouds, as soon as that is known. */
    synchronized void know(CloudMembers known) {
        members = known;
    }

    /** A member of a family. */
    synchronized CompiledRouter router(RouterPlanner.Family family, int number) {
        prepareSites();
        return new CompiledRouter(planner.plan(family, number));
    }

    /** The interfaces and memberships of a member. */
    synchronized RouterSite site(CompiledRouter router) {
        prepareSites();
        return router.site(sites, context);
    }

    /** A member. */
    synchronized Device device(RouterSite site) {
        prepareSites();
        if (devices == null) {
            devices = DeviceCompiler.of(context, new PlatformCompiler(context, elements), shared, routers, members);
        }
        Device[] device = new Device[1];
        context.findingsOf(() -> device[0] = devices.compile(site)); // those of the examples are reported for all
        return device[0];
    }

    private void prepareSites() {
        if (sites == null) {
            planner = new RouterPlanner(context);
            sites = new SiteCompiler(context, new PlatformCompiler(context, elements), shared.transports(), shared.clouds());
        }
    }
}
