package dmvpn.sim.fidelity;

import dmvpn.network.device.Platform;

/**
 * Platforms that behave alike.
 *
 * @param label short name
 * @param example one of them
 * @param title all of them, for people
 */
public record Profile(String label, Platform example, String title) {
}
