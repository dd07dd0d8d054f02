package dmvpn.network.tunnel;

import dmvpn.network.origin.Origin;

/**
 * {@code backup interface}: a tunnel that is held down as long as this one is up.
 *
 * @param tunnel name of the other tunnel
 * @param delaySeconds time that this one must be down before the other is used, from 0
 * @param origin where it was written
 */
public record BackupInterface(String tunnel, int delaySeconds, Origin origin) {
}
