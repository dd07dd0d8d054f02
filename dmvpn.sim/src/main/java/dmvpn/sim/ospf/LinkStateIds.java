package dmvpn.sim.ospf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/** Ids of advertisements about prefixes, which tell those of one originator apart. */
interface LinkStateIds {

    /** An id for each of the prefixes. */
    Map<IpPrefix, Ipv4Address> of(Collection<IpPrefix> prefixes);

    /** The prefixes among those of a map whose ids depend on a prefix being told or not, that one included where it is there. */
    <V> Set<IpPrefix> sharing(IpPrefix prefix, NavigableMap<IpPrefix, V> told);

    /** All ids that a prefix may have. */
    Set<Ipv4Address> candidates(IpPrefix prefix);
}
