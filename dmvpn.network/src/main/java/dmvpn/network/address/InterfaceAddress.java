package dmvpn.network.address;

import java.util.Optional;

/**
 * An address together with the length of its network, as an interface has it: {@code 10.0.0.1/24}.
 *
 * @param address the address of the interface
 * @param prefixLength 0 to 32 or 128
 */
public record InterfaceAddress(IpAddress address, int prefixLength) {

    private static final int NO_LENGTH = -1;
    private static final int MOST_DIGITS = 3;

    /**
     * @throws IllegalArgumentException when the length does not fit the family
     */
    public InterfaceAddress {
        if (prefixLength < 0 || prefixLength > address.bitLength()) {
            throw new IllegalArgumentException("Prefix length " + prefixLength + " is not in 0 to " + address.bitLength());
        }
    }

    /**
     * Reads {@code 10.0.0.1/24}.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    public static InterfaceAddress parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException(
                "'" + text + "' is not an address with a prefix length: expected such as 10.0.0.1/24 or 2001:db8::1/64"));
    }

    /** As {@link #parse}, empty instead of an exception. */
    public static Optional<InterfaceAddress> tryParse(String text) {
        int slash = text.indexOf('/');
        int length = slash < 0 ? NO_LENGTH : length(text, slash + 1);
        return length == NO_LENGTH ? Optional.empty() : IpAddress.tryParse(text.substring(0, slash))
                .filter(address -> length <= address.bitLength())
                .map(address -> new InterfaceAddress(address, length));
    }

    /** The number of one to three digits that a text ends with; written out, since every prefix of a model passes here. */
    private static int length(String text, int start) {
        int length = 0;
        for (int index = start; index < text.length(); index++) {
            char digit = text.charAt(index);
            if (digit < '0' || digit > '9') {
                return NO_LENGTH;
            }
            length = 10 * length + digit - '0';
        }
        int digits = text.length() - start;
        return digits >= 1 && digits <= MOST_DIGITS ? length : NO_LENGTH;
    }

    /** The network that the address is in. */
    public IpPrefix prefix() {
        return IpPrefix.containing(address, prefixLength);
    }

    @Override
    public String toString() {
        return address + "/" + prefixLength;
    }
}
