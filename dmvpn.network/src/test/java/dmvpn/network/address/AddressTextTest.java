package dmvpn.network.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {

    /** The examples of RFC 5952 sections 1 to 4 with their recommended form. */
    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:0:1:0:0:1,                     2001:db8::1:0:0:1",
        "2001:0db8:0:0:1:0:0:1,                    2001:db8::1:0:0:1",
        "2001:db8::1:0:0:1,                        2001:db8::1:0:0:1",
        "2001:db8::0:1:0:0:1,                      2001:db8::1:0:0:1",
        "2001:0db8::1:0:0:1,                       2001:db8::1:0:0:1",
        "2001:db8:0:0:1::1,                        2001:db8::1:0:0:1",
        "2001:DB8:0:0:1::1,                        2001:db8::1:0:0:1",
        "2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001,   2001:db8:aaaa:bbbb:cccc:dddd:eeee:1",
        "2001:db8:aaaa:bbbb:cccc:dddd:0:1,         2001:db8:aaaa:bbbb:cccc:dddd:0:1",
        "2001:db8:0:0:0::1,                        2001:db8::1",
        "2001:db8:0:1:1:1:1:1,                     2001:db8:0:1:1:1:1:1",
        "2001:db8::1:1:1:1:1,                      2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1,                       2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1,                     2001:db8::1:0:0:1",
        "0:0:0:0:0:0:0:0,                          ::",
        "0:0:0:0:0:0:0:1,                          ::1",
        "1:0:0:0:0:0:0:0,                          1::",
        "::ffff:192.0.2.1,                         ::ffff:c000:201",
        "64:ff9b::192.0.2.33,                      64:ff9b::c000:221",
    })
    void ipv6PrintsInTheCanonicalForm(String text, String canonical) {
        assertThat(IpAddress.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "12345::", "g::",
        "::1%eth0", "1.2.3.4::", "::1.2.3", "::256.1.1.1", "10.0.0", "10.0.0.0.1", "10.0.0.256", "10.0.0.1 ",
        "10..0.1", "10.0.0.-1", "0010.0.0.1", "1:2:3:4:5:6:7:1.2.3.4"})
    void wrongTextIsRefusedWithASentence(String text) {
        assertThat(IpAddress.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> IpAddress.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is not an IP address: expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "x/8", "10.0.0.0/8/8"})
    void wrongPrefixesAreRefused(String text) {
        assertThat(IpPrefix.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> IpPrefix.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHostBitInAPrefixIsNamedWithTheRightNetwork() {
        assertThatThrownBy(() -> IpPrefix.parse("10.0.0.1/24")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Prefix 10.0.0.1/24 has host bits set: the network is 10.0.0.0/24");
        assertThat(IpPrefix.tryParse("10.0.0.1/24")).isEmpty();
    }

    @Test
    void masksPrintAsRoutersWriteThem() {
        IpPrefix prefix = IpPrefix.parse("192.168.16.0/20");

        assertThat(prefix.netmask()).hasToString("255.255.240.0");
        assertThat(prefix.wildcardMask()).hasToString("0.0.15.255");
        assertThat(IpPrefix.IPV4_DEFAULT.netmask()).hasToString("0.0.0.0");
        assertThat(IpPrefix.IPV4_DEFAULT.wildcardMask()).hasToString("255.255.255.255");
        assertThat(IpPrefix.parse("10.0.0.1/32").netmask()).hasToString("255.255.255.255");
    }

    /** RFC 1122 section 3.2.1.3 and RFC 3021. */
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/24, 10.0.0.0,   false", "10.0.0.0/24, 10.0.0.1,   true", "10.0.0.0/24, 10.0.0.254, true",
        "10.0.0.0/24, 10.0.0.255, false", "10.0.0.0/24, 10.0.1.1,   false", "10.0.0.0/31, 10.0.0.0,   true",
        "10.0.0.0/31, 10.0.0.1,   true", "10.0.0.7/32, 10.0.0.7,   true", "2001:db8::/64, 2001:db8::, false",
        "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff, true"})
    void networkAndBroadcastAddressesAreNoHosts(String prefix, String address, boolean usable) {
        assertThat(IpPrefix.parse(prefix).isUsableHost(IpAddress.parse(address))).isEqualTo(usable);
    }

    @Test
    void multicastAndUnspecifiedAddressesAreKnown() {
        assertThat(IpAddress.parse("224.0.0.10").isMulticast()).isTrue();
        assertThat(IpAddress.parse("223.255.255.255").isMulticast()).isFalse();
        assertThat(IpAddress.parse("240.0.0.0").isMulticast()).isFalse();
        assertThat(IpAddress.parse("ff02::a").isMulticast()).isTrue();
        assertThat(IpAddress.parse("fe80::a").isMulticast()).isFalse();
        assertThat(IpAddress.parse("0.0.0.0").isUnspecified()).isTrue();
        assertThat(IpAddress.parse("::").isUnspecified()).isTrue();
        assertThat(IpAddress.parse("::1").isUnspecified()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "10.0.0.1/", "/24", "/", "10.0.0.1/0024", "10.0.0.1/99999999999", "10.0.0.1/33", "10.0.0.1/-1",
        "10.0.0.1/+8", "10.0.0.1/2 4", "10.0.0.1/24/", "10.0.0.1/\u0662\u0664", "2001:db8::1/129", ""})
    void whatHasNoPrefixLengthIsNoAddressOfAnInterface(String text) {
        assertThat(InterfaceAddress.tryParse(text)).isEmpty();
    }

    @Test
    void aPrefixLengthMayHaveLeadingZeros() {
        assertThat(InterfaceAddress.tryParse("10.0.0.1/024")).hasValue(InterfaceAddress.parse("10.0.0.1/24"));
        assertThat(InterfaceAddress.tryParse("2001:db8::1/128")).hasValue(InterfaceAddress.parse("2001:db8::1/128"));
    }
}
