package dmvpn.network.device;

import dmvpn.network.origin.Origin;

/**
 * Vendor lines that a model carries verbatim: exported, not simulated, and reported as such.
 *
 * @param vendor whose lines
 * @param text lines separated by {@code \n}
 * @param origin where it was written
 */
public record RawConfiguration(Vendor vendor, String text, Origin origin) {
}
