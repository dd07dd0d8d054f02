package dmvpn.config.frr;

import dmvpn.config.writer.ConfigurationOutput;
import dmvpn.config.writer.SecretResolver;
import dmvpn.network.crypto.Secret;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.List;

/** What sections write from and to. */
final class FrrContext {

    private final Device device;
    private final SecretResolver secrets;
    private final ConfigurationOutput output;
    private final List<String> leftOut = new ArrayList<>();

    /**
     * @param secrets finds values of secrets
     * @param output gets lines and notes
     */
    FrrContext(Device device, SecretResolver secrets, ConfigurationOutput output) {
        this.device = device;
        this.secrets = secrets;
        this.output = output;
    }

    /** The device. */
    Device device() {
        return device;
    }

    /** Adds a block of lines, set apart from the one before. */
    void block(Origin origin, List<String> lines) {
        output.add(Origin.NONE, "!");
        lines(origin, lines);
    }

    /** Adds lines to the block before. */
    void lines(Origin origin, List<String> lines) {
        lines.forEach(line -> output.add(origin, line));
    }

    /** Adds one line to the block before. */
    void line(Origin origin, String line) {
        output.add(origin, line);
    }

    /** Adds text exactly as it is. */
    void verbatim(Origin origin, String text) {
        output.add(Origin.NONE, "!");
        output.addVerbatim(origin, text);
    }

    /**
     * Something that the device has and the text does not say: it is in the header of the file and noted.
     *
     * @param what the thing with its reason, such as {@code EIGRP 100 is no stub: FRRouting has none}
     */
    void leaveOut(String what) {
        if (!leftOut.contains(what)) {
            leftOut.add(what);
            output.note(what);
        }
    }

    /** What was left out so far. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** The value of a secret, or a placeholder that is noted. */
    String valueOf(Secret secret) {
        String name = secret.name().isEmpty() ? "given in place" : secret.name();
        // One word, as the command line wants it.
        String placeholder = "<secret-" + name.replace(' ', '-') + ">";
        return secrets.valueOf(secret).filter(value -> value.matches("[\\x21-\\x7e&&[^?]]+")).orElseGet(() -> {
            output.note("The value of secret " + name + " is not known here or no single word: the configuration of "
                    + device.reference() + " has the placeholder " + placeholder);
            return placeholder;
        });
    }
}
