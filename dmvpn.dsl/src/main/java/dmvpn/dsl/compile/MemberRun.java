package dmvpn.dsl.compile;

import dmvpn.network.address.AddressRange;
import dmvpn.network.device.AlikeDevices;
import dmvpn.network.device.Device;
import dmvpn.network.lists.JoinedList;
import dmvpn.network.lists.ListOnDemand;
import dmvpn.network.rules.Finding;
import dmvpn.network.underlay.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A router, or members of a family that follow each other. Of a long run of alike members a few are compiled as examples; the
 * others are compiled when somebody asks for them, which a check of the model does not.
 */
final class MemberRun {

    /** Enough for rules that speak of several or of ten routers to meet as many. */
    static final int EXAMPLES = 16;
    /** A shorter run is compiled at once. */
    static final int LONG = 4 * EXAMPLES;

    private final RouterPlanner.Family family;
    private final List<CompiledRouter> routers;
    private final int[] others;
    private final List<AddressRange> ranges;
    /** Null until the first compilation. */
    private MembersOnDemand madeSites;
    private List<CompiledRouter> otherRouters;
    private List<RouterSite> otherSites;
    private AlikeDevices alike;

    private MemberRun(RouterPlanner.Family family, List<CompiledRouter> routers, int[] others, List<AddressRange> ranges) {
        this.family = family;
        this.routers = routers;
        this.others = others;
        this.ranges = ranges;
    }

    /** Routers that are all compiled at once. */
    static MemberRun of(List<CompiledRouter> routers) {
        return new MemberRun(null, routers, new int[0], List.of());
    }

    /**
     * Members that are alike.
     *
     * @param examples the first of them
     * @param others numbers of the others, ascending
     * @param ranges in which addresses all of them differ
     */
    static MemberRun alike(RouterPlanner.Family family, List<CompiledRouter> examples, int[] others, List<AddressRange> ranges) {
        return new MemberRun(family, examples, others, ranges);
    }

    /** The routers that are compiled at once. */
    List<CompiledRouter> routers() {
        return routers;
    }

    /** The numbers of the members that are compiled on demand. */
    int[] others() {
        return others;
    }

    /** All sites in order. Those that nobody has asked for are compiled by {@code onDemand}. */
    List<RouterSite> sites(List<RouterSite> ofRouters, MembersOnDemand onDemand) {
        if (others.length == 0) {
            return ofRouters;
        }
        if (otherSites == null) {
            madeSites = onDemand;
            otherRouters = new ListOnDemand<>(others.length, index -> onDemand.router(family, others[index]));
            otherSites = new ListOnDemand<>(others.length, index -> onDemand.site(otherRouters.get(index)));
        }
        return JoinedList.of(List.of(ofRouters, otherSites));
    }

    /** All routers in order, given those that are compiled at once; the same as before when those are. */
    AlikeDevices devices(List<Device> examples, MembersOnDemand onDemand) {
        if (alike == null || !Identity.areSame(alike.examples(), examples)) {
            boolean sameMaker = madeSites == onDemand;
            alike = new AlikeDevices(examples, new ListOnDemand<>(others.length, index -> onDemand.device(sameMaker
                    ? otherSites.get(index) : onDemand.site(onDemand.router(family, others[index])))), ranges);
        }
        return alike;
    }

    /** Hosts of the members that are compiled on demand: each has as many as an example. */
    List<Host> otherHosts() {
        int each = routers.getLast().hosts().size();
        return new ListOnDemand<>(others.length * each, index -> {
            otherSites.get(index / each);
            return otherRouters.get(index / each).hosts().get(index % each);
        });
    }

    /** The name of the family of the members that are compiled on demand. */
    String family() {
        return family.name();
    }

    /** Adds what was found at the routers; what an example has, each of those that it stands for has too. */
    void addFindings(Function<CompiledRouter, List<Finding>> ofRouter, FindingCollector findings) {
        for (int index = 0; index < routers.size(); index++) {
            boolean last = index == routers.size() - 1;
            findings.addAll(ofRouter.apply(routers.get(index)), last ? 1 + others.length : 1);
        }
    }

    /** The numbers of its members in order, or one that stands for a router that is no family. */
    int[] numbers(int single) {
        List<Integer> numbers = new ArrayList<>(routers.size());
        routers.forEach(router -> numbers.add(router.plan().number().orElse(single)));
        int[] all = Arrays.copyOf(numbers.stream().mapToInt(Integer::intValue).toArray(), numbers.size() + others.length);
        System.arraycopy(others, 0, all, numbers.size(), others.length);
        return all;
    }
}
