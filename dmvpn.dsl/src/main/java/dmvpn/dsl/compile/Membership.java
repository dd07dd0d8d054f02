package dmvpn.dsl.compile;

import dmvpn.dsl.model.JoinClause;
import dmvpn.network.address.InterfaceAddress;

/**
 * A router's place in a cloud.
 *
 * @param join where it is written
 * @param cloud the cloud
 * @param address tunnel address with the overlay's length
 * @param uplink where its encapsulated packets leave
 */
record Membership(JoinClause join, CloudPlan cloud, InterfaceAddress address, Uplink uplink) {
}
