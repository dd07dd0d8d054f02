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
        String name = secret.name().isEmpty() ? "given in place" : secret.name();
        String placeholder = "<secret " + name + ">";
        return secrets.valueOf(secret).map(value -> typed("The value of secret " + name, value, placeholder))
                .orElseGet(() -> {
                    output.note("The value of secret " + name + " is not known here: the configuration of "
                            + device.reference() + " has the placeholder " + placeholder);
                    return placeholder;
                });
    }

    /**
     * A word as somebody would type it, or a placeholder that is noted where the command line would take it for something
     * else: in two words, for a question, or for the end of the line.
     *
     * @param subject what the word is, as the beginning of a sentence
     */
    String typed(String subject, String word, String placeholder) {
        return UntypableCharacter.in(word).map(character -> {
            output.note(subject + " has " + character + ", which the command line of a router does not take in one word: "
                    + "the configuration of " + device.reference() + " has the placeholder " + placeholder);
            return placeholder;
        }).orElse(word);
    }
}
