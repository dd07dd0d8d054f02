package dmvpn.sim.ospf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.sim.ospf.database.LinkStateDatabase;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.message.OspfOptions;
import dmvpn.sim.ospf.spf.AreaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An area of the router: its kind, its interfaces and its database (RFC 2328 section 6). */
final class Area implements AreaView, FloodingScope {

    private final long number;
    private final OspfAreaKind kind;
    private final List<IpPrefix> ranges;
    private final LinkStateDatabase database = new LinkStateDatabase();
    private final List<OspfPort> ports = new ArrayList<>();

    private Area(long number, OspfAreaKind kind, List<IpPrefix> ranges) {
        this.number = number;
        this.kind = kind;
        this.ranges = ranges;
    }

    /** The area as it is configured; a normal one when nothing is said of it. */
    static Area of(OspfContext context, long number) {
        Optional<OspfArea> configured =
                context.process().areas().stream().filter(area -> area.number() == number).findFirst();
        return new Area(number, configured.map(OspfArea::kind).orElse(OspfAreaKind.NORMAL),
                configured.map(OspfArea::ranges).orElse(List.of()));
    }

    @Override
    public long number() {
        return number;
    }

    /** The number as it is in packets. */
    Ipv4Address id() {
        return new Ipv4Address((int) number);
    }

    @Override
    public OspfAreaKind kind() {
        return kind;
    }

    @Override
    public List<IpPrefix> ranges() {
        return ranges;
    }

    @Override
    public LinkStateDatabase database() {
        return database;
    }

    @Override
    public List<OspfPort> ports() {
        return ports;
    }

    @Override
    public List<OspfPort> links() {
        return ports;
    }

    @Override
    public Optional<Ipv4Address> areaId() {
        return Optional.of(id());
    }

    boolean isBackbone() {
        return number == OspfArea.BACKBONE;
    }

    boolean isNotSoStubby() {
        return kind == OspfAreaKind.NSSA || kind == OspfAreaKind.TOTALLY_NSSA;
    }

    /** True when the routes of other areas are told in it one by one. */
    boolean carriesSummaries() {
        return kind != OspfAreaKind.TOTALLY_STUB && kind != OspfAreaKind.TOTALLY_NSSA;
    }

    /** True when type 5 advertisements are told in it. */
    boolean carriesExternals() {
        return kind == OspfAreaKind.NORMAL;
    }

    /** True when advertisements of a type may be in it. */
    boolean carries(LinkStateType type) {
        return switch (type) {
            case ROUTER, NETWORK, SUMMARY_NETWORK, LINK, INTRA_AREA_PREFIX -> true;
            case SUMMARY_BOUNDARY_ROUTER, EXTERNAL -> carriesExternals();
            case NSSA_EXTERNAL -> isNotSoStubby();
        };
    }

    /** What hellos and advertisements say of the area. */
    OspfOptions options() {
        return carriesExternals() ? OspfOptions.NORMAL : isNotSoStubby() ? OspfOptions.NOT_SO_STUBBY : OspfOptions.STUB;
    }

    /** True while the router has a usable interface in it (RFC 3509 section 2.1, "actively attached"). */
    boolean isActive() {
        for (OspfPort port : ports) {
            if (port.state() != InterfaceState.DOWN) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean hasAdjacency() {
        for (OspfPort port : ports) {
            if (port.fullNeighbors() > 0) {
                return true;
            }
        }
        return false;
    }
}
