package dmvpn.dsl.compile;

import dmvpn.network.device.Device;

/**
 * Compiles members of large families when somebody asks for them, perhaps long after their model was compiled and from
 * another thread. It works with what was known at that time, and keeps it: names, places and the directory of a revision live
 * as long as a network of it, or a family that no edit has touched since. Places that the examples have met already follow
 * the text.
 */
final class MembersOnDemand {

    /** Held by whoever compiles any revision of the model, so that nothing is compiled at the same time. */
    private final Object lock;
    private final CompileContext context;
    private final PlatformCompiler platforms;
    private final SharedPlan shared;
    private final RouterDirectory routers;
    private CloudMembers members = CloudMembers.NONE;
    /** Null until somebody asks. */
    private RouterPlanner planner;
    private SiteCompiler sites;
    private DeviceCompiler devices;

    MembersOnDemand(Object lock, CompileContext context, PlatformCompiler platforms, SharedPlan shared, RouterDirectory routers) {
        this.lock = lock;
        this.context = context.forMembersOnDemand();
        this.platforms = platforms.in(this.context);
        this.shared = shared;
        this.routers = routers;
    }

    /** Says who is in the clouds, as soon as that is known. */
    void know(CloudMembers known) {
        members = known;
    }

    /** A member of a family. */
    CompiledRouter router(RouterPlanner.Family family, int number) {
        synchronized (lock) {
            prepareSites();
            return new CompiledRouter(planner.plan(family, number));
        }
    }

    /** The interfaces and memberships of a member that came from here. */
    RouterSite site(CompiledRouter router) {
        synchronized (lock) {
            prepareSites();
            return router.site(sites, context);
        }
    }

    /** A member whose site came from here. */
    Device device(RouterSite site) {
        synchronized (lock) {
            if (devices == null) {
                devices = DeviceCompiler.of(context, platforms, shared, routers, members);
            }
            Device[] device = new Device[1];
            // What is found was found at the examples and reported for all; what is asked of others was asked for them.
            context.findingsOf(() -> routers.answersTo(() -> device[0] = devices.compile(site)));
            return device[0];
        }
    }

    private void prepareSites() {
        if (sites == null) {
            planner = new RouterPlanner(context);
            sites = new SiteCompiler(context, platforms, shared.transports(), shared.clouds());
        }
    }
}
