package dmvpn.dsl.values;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * An address with expressions in braces, such as {@code 10.{n/256}.{n%256}.0/24}, that is asked for by thousands of members.
 * Where each expression stands for a whole number between the dots, no text is made for a member.
 */
public final class ComputedAddress {

    private static final int OCTETS = 4;
    private static final int HIGHEST_OCTET = 255;
    private static final int NO_LENGTH = -1;

    private final ComputedText text;
    /** Null when the text has another form, such as IPv6 or {@code 10.0.0.1{n}}. */
    private final LongUnaryOperator[] octets;
    private final int prefixLength;

    private ComputedAddress(ComputedText text, LongUnaryOperator[] octets, int prefixLength) {
        this.text = text;
        this.octets = octets;
        this.prefixLength = prefixLength;
    }

    /**
     * Reads the text of an address, with or without a prefix length.
     *
     * @throws ComputedTextException with a sentence for people when an expression cannot be read
     */
    public static ComputedAddress prepare(String text) {
        ComputedText computed = ComputedText.prepare(text);
        int slash = text.lastIndexOf('/');
        if (slash <= text.lastIndexOf('}')) {
            return new ComputedAddress(computed, octets(text), NO_LENGTH); // that slash divides numbers
        }
        int length = InterfaceAddress.tryParse(Ipv4Address.ANY + text.substring(slash))
                .map(InterfaceAddress::prefixLength).orElse(NO_LENGTH);
        return new ComputedAddress(computed, length == NO_LENGTH ? null : octets(text.substring(0, slash)), length);
    }

    private static LongUnaryOperator[] octets(String text) {
        String[] written = text.split("\\.", -1);
        LongUnaryOperator[] octets = new LongUnaryOperator[OCTETS];
        for (int index = 0; index < OCTETS && written.length == OCTETS; index++) {
            octets[index] = octet(written[index]);
        }
        return Arrays.stream(octets).allMatch(Objects::nonNull) ? octets : null;
    }

    /** Null when the text is neither an expression as a whole nor a number. */
    private static LongUnaryOperator octet(String written) {
        if (written.startsWith("{") && written.indexOf('}') == written.length() - 1) {
            return MemberExpression.prepare(written.substring(1, written.length() - 1));
        }
        return Ipv4Address.tryParse("0.0.0." + written).map(address -> (LongUnaryOperator) member -> address.bits()).orElse(null);
    }

    /**
     * The address for a member; empty when there is none, or a prefix length where none belongs.
     *
     * @throws ComputedTextException with a sentence for people when an expression has no value
     */
    public Optional<IpAddress> address(long member) {
        if (octets == null) {
            return IpAddress.tryParse(text.of(member));
        }
        Ipv4Address address = ipv4(member);
        return prefixLength == NO_LENGTH ? Optional.ofNullable(address) : Optional.empty();
    }

    /**
     * The address with its prefix length for a member; empty when it has not both.
     *
     * @throws ComputedTextException with a sentence for people when an expression has no value
     */
    public Optional<InterfaceAddress> interfaceAddress(long member) {
        if (octets == null) {
            return InterfaceAddress.tryParse(text.of(member));
        }
        Ipv4Address address = ipv4(member);
        return prefixLength == NO_LENGTH || address == null ? Optional.empty()
                : Optional.of(new InterfaceAddress(address, prefixLength));
    }

    /** Null when a number does not fit an octet. */
    private Ipv4Address ipv4(long member) {
        int bits = 0;
        boolean fits = true;
        for (LongUnaryOperator octet : octets) {
            long value = octet.applyAsLong(member);
            fits &= value >= 0 && value <= HIGHEST_OCTET;
            bits = bits << Byte.SIZE | (int) value & HIGHEST_OCTET;
        }
        return fits ? new Ipv4Address(bits) : null;
    }
}
