package dmvpn.network.underlay;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.origin.Origin;

/**
 * A host in the local network of a site, with the router as its gateway. Scenarios send from it and to it.
 *
 * @param name name, unique in the network
 * @param device name of the device that is its gateway
 * @param interfaceName LAN interface of that device
 * @param address address and length
 * @param origin where its network was written
 */
public record Host(String name, String device, String interfaceName, InterfaceAddress address, Origin origin) {

    private static final String SUFFIX = "-lan";

    /**
     * What the host is called that a local network has without being told.
     *
     * @param device name of its gateway
     * @param number the number of the local network of that device, from 1
     */
    public static String nameInLocalNetwork(String device, int number) {
        return device + SUFFIX + (number == 1 ? "" : Integer.toString(number));
    }

    /** True for the host of any local network of its gateway that nobody gave a name. */
    public boolean isUnnamed() {
        String start = device + SUFFIX;
        return name.startsWith(start) && name.substring(start.length()).chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** True for the host of the first local network of its gateway that nobody gave a name. */
    public boolean isUnnamedInFirstNetwork() {
        return name.equals(nameInLocalNetwork(device, 1));
    }
}
