package dmvpn.sim.ospf;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.database.LinkStateDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All areas that are told of destinations outside. */
final class AutonomousSystem implements FloodingScope {

    private final LinkStateDatabase database = new LinkStateDatabase();
    private final Collection<Area> areas;

    /** @param areas all areas of the router, also those to come */
    AutonomousSystem(Collection<Area> areas) {
        this.areas = areas;
    }

    @Override
    public LinkStateDatabase database() {
        return database;
    }

    @Override
    public List<OspfPort> ports() {
        List<OspfPort> ports = new ArrayList<>();
        for (Area each : areas) {
            if (each.carriesExternals()) {
                ports.addAll(each.ports());
            }
        }
        return ports;
    }

    @Override
    public Optional<Ipv4Address> areaId() {
        return Optional.empty();
    }
}
