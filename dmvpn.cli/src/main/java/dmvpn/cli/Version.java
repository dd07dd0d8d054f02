package dmvpn.cli;

import dmvpn.app.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code dmvpn --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"dmvpn " + ProductVersion.text(), "Java ${java.version} (${java.vendor})"};
    }
}
