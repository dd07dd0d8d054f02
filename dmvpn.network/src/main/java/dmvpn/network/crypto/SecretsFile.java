package dmvpn.network.crypto;

import dmvpn.network.origin.Origin;

/**
 * A file that knows values of secrets and stays out of version control. Only an export that is asked for values reads it.
 *
 * @param path path as written, relative to the folder of the file that names it
 * @param origin where it was written
 */
public record SecretsFile(String path, Origin origin) {
}
