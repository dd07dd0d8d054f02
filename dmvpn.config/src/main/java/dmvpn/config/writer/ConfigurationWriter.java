package dmvpn.config.writer;

import dmvpn.network.device.Device;

/** Writes the configuration of one vendor. Writers have no state; one may serve many threads. */
public interface ConfigurationWriter {

    /** What people call it on the command line, such as {@code cisco}. */
    String keyword();

    /** Name of the file that a device's configuration goes to, without a folder. */
    String fileName(Device device);

    /**
     * Writes everything that the device's records say.
     *
     * @param device any device, whatever its platform
     * @param secrets finds the values of secrets; for one that it does not know a placeholder is written and noted
     */
    ConfigurationText write(Device device, SecretResolver secrets);
}
