package dmvpn.config.writer;

import dmvpn.network.origin.Origin;

/**
 * One line of a device configuration.
 *
 * @param text the line without its end
 * @param origin what in the model made it, {@link Origin#NONE} for separators
 */
public record ConfigurationLine(String text, Origin origin) {
}
