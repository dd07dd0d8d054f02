package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;

/**
 * The intent that one cloud stands in for another.
 *
 * @param cloud name of the cloud that is preferred
 * @param delaySeconds time that the preferred one must be down, from 0
 * @param origin where it was written
 */
public record CloudBackup(String cloud, int delaySeconds, Origin origin) {
}
