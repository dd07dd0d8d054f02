package dmvpn.network.address;

import java.util.Optional;

/**
 * An address together with the length of its network, as an interface has it: {@code 10.0.0.1/24}.
 *
 * @param address the address of the interface
 * @param prefixLength 0 to 32 or 128
 */
public record InterfaceAddress(IpAddress address, int prefixLength) {

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
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int length = Integer.parseInt(text.substring(slash + 1));
        return IpAddress.tryParse(text.substring(0, slash))
                .filter(address -> length <= address.bitLength())
                .map(address -> new InterfaceAddress(address, length));
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
