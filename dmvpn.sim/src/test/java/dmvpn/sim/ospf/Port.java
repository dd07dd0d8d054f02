package dmvpn.sim.ospf;

import dmvpn.network.origin.Origin;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import java.time.Duration;
import java.util.OptionalInt;

/** Settings of an interface that differ from the defaults. */
record Port(OspfNetworkType type, long area, int priority, OptionalInt cost, Duration hello, Duration dead,
        boolean passive, boolean filter) {

    static Port of(OspfNetworkType type) {
        return new Port(type, 0, 1, OptionalInt.empty(), type.defaultHelloInterval(), type.defaultDeadInterval(), false,
                false);
    }

    static Port broadcast() {
        return of(OspfNetworkType.BROADCAST);
    }

    static Port pointToPoint() {
        return of(OspfNetworkType.POINT_TO_POINT);
    }

    static Port multipoint() {
        return of(OspfNetworkType.POINT_TO_MULTIPOINT);
    }

    Port in(long number) {
        return new Port(type, number, priority, cost, hello, dead, passive, filter);
    }

    Port withPriority(int value) {
        return new Port(type, area, value, cost, hello, dead, passive, filter);
    }

    Port withCost(int value) {
        return new Port(type, area, priority, OptionalInt.of(value), hello, dead, passive, filter);
    }

    Port withTimers(int helloSeconds, int deadSeconds) {
        return new Port(type, area, priority, cost, Duration.ofSeconds(helloSeconds), Duration.ofSeconds(deadSeconds),
                passive, filter);
    }

    Port asPassive() {
        return new Port(type, area, priority, cost, hello, dead, true, filter);
    }

    Port withFilter() {
        return new Port(type, area, priority, cost, hello, dead, passive, true);
    }

    OspfInterface configured(String name) {
        return new OspfInterface(name, area, type, priority, cost, hello, dead, passive, filter, false, Origin.NONE);
    }
}
