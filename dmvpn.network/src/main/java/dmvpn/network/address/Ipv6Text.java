package dmvpn.network.address;

import java.util.Optional;

/** Reads and prints IPv6 text (RFC 4291 section 2.2, RFC 5952). */
final class Ipv6Text {

    private static final int GROUPS = 8;

    private Ipv6Text() {
    }

    static Optional<Ipv6Address> parse(String text) {
        int shortened = text.indexOf("::");
        if (shortened != text.lastIndexOf("::")) {
            return Optional.empty();
        }
        int[] groups = new int[GROUPS];
        if (shortened < 0) {
            return fill(text, groups, true) == GROUPS ? Optional.of(address(groups)) : Optional.empty();
        }
        int[] tail = new int[GROUPS];
        int before = fill(text.substring(0, shortened), groups, false);
        int after = fill(text.substring(shortened + 2), tail, true);
        if (before < 0 || after < 0 || before + after >= GROUPS) {
            return Optional.empty();
        }
        System.arraycopy(tail, 0, groups, GROUPS - after, after);
        return Optional.of(address(groups));
    }

    /**
     * Puts the groups of the text into the array; answers how many, or -1 when the text is wrong. Only the end of an
     * address may be written as IPv4 (RFC 4291 section 2.2).
     */
    private static int fill(String text, int[] groups, boolean isEnd) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int index = 0; index < parts.length; index++) {
            boolean last = isEnd && index == parts.length - 1;
            if (last && parts[index].indexOf('.') >= 0) {
                Optional<Ipv4Address> embedded = Ipv4Address.tryParse(parts[index]);
                if (embedded.isEmpty() || count + 2 > GROUPS) {
                    return -1;
                }
                groups[count++] = embedded.get().bits() >>> 16;
                groups[count++] = embedded.get().bits() & 0xffff;
            } else if (count < GROUPS && parts[index].matches("[0-9a-fA-F]{1,4}")) {
                groups[count++] = Integer.parseInt(parts[index], 16);
            } else {
                return -1;
            }
        }
        return count;
    }

    private static Ipv6Address address(int[] groups) {
        long high = 0;
        long low = 0;
        for (int index = 0; index < 4; index++) {
            high = high << 16 | groups[index];
            low = low << 16 | groups[index + 4];
        }
        return new Ipv6Address(high, low);
    }

    static String format(Ipv6Address address) {
        int runStart = -1;
        int runLength = 1;
        for (int index = 0; index < GROUPS; index++) {
            int length = zeroRun(address, index);
            if (length > runLength) {
                runStart = index;
                runLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < GROUPS; index++) {
            if (index == runStart) {
                text.append("::");
                index += runLength - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(address.group(index)));
            }
        }
        return text.toString();
    }

    private static int zeroRun(Ipv6Address address, int start) {
        int length = 0;
        while (start + length < GROUPS && address.group(start + length) == 0) {
            length++;
        }
        return length;
    }
}
