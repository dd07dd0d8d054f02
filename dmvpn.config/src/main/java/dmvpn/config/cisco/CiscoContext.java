package dmvpn.config.cisco;

import dmvpn.config.writer.ConfigurationOutput;
import dmvpn.config.writer.SecretResolver;
import dmvpn.network.crypto.Secret;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;

/**
 * What sections write from and to.
 *
 * @param device the device
 * @param secrets finds values of secrets
 * @param output gets lines and notes
 */
record CiscoContext(Device device, SecretResolver secrets, ConfigurationOutput output) {

    /** Adds a block of lines, set apart from the one before. */
    void block(Origin origin, CharSequence lines) {
        output.add(Origin.NONE, "!");
        output.add(origin, lines);
    }

    /** Adds lines to the block before. */
    void lines(Origin origin, CharSequence lines) {
        output.add(origin, lines);
    }

    /** Adds a sentence for the person who asked. */
    void note(String sentence) {
        output.note(sentence);
    }

    /** The value of a secret, or a placeholder that is noted. */
    String valueOf(Secret secret) {
        return secrets.valueOf(secret).orElseGet(() -> {
            String name = secret.name().isEmpty() ? "given in place" : secret.name();
            output.note("The value of secret " + name + " is not known here: the configuration of "
                    + device.reference() + " has the placeholder <secret " + name + ">");
            return "<secret " + name + ">";
        });
    }
}
