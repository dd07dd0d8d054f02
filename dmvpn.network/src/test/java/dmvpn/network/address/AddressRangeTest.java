package dmvpn.network.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AddressRangeTest {

    private static AddressRange range(String first, String last) {
        return new AddressRange(IpAddress.parse(first), IpAddress.parse(last));
    }

    @Test
    void theRangeOfAPrefixHasAllItsAddresses() {
        assertThat(AddressRange.of(IpPrefix.parse("10.0.1.0/24"))).isEqualTo(range("10.0.1.0", "10.0.1.255"));
        assertThat(AddressRange.of(IpPrefix.parse("0.0.0.0/0"))).isEqualTo(range("0.0.0.0", "255.255.255.255"));
    }

    @Test
    void aRangeContainsWhatLiesInIt() {
        AddressRange range = range("10.0.0.10", "10.0.0.200");

        assertThat(range.contains(range)).isTrue();
        assertThat(range.contains(range("10.0.0.10", "10.0.0.10"))).isTrue();
        assertThat(range.contains(range("10.0.0.9", "10.0.0.20"))).isFalse();
        assertThat(range.contains(range("10.0.0.100", "10.0.0.201"))).isFalse();
    }

    @Test
    void rangesOverlapWhenTheyShareAnAddress() {
        AddressRange range = range("10.0.0.10", "10.0.0.200");

        assertThat(range.overlaps(range("10.0.0.200", "10.0.1.0"))).isTrue();
        assertThat(range.overlaps(range("0.0.0.0", "255.255.255.255"))).isTrue();
        assertThat(range.overlaps(range("10.0.0.201", "10.0.1.0"))).isFalse();
        assertThat(range.overlaps(range("::", "ffff::"))).isFalse();
    }

    @Test
    void addressesAreComparedWithoutSign() {
        assertThat(range("10.0.0.0", "200.0.0.0").contains(range("192.0.2.1", "192.0.2.1"))).isTrue();
        assertThat(range("2001:db8::", "fd00::").contains(range("fc00::1", "fc00::2"))).isTrue();
    }

    @Test
    void aRangeGoesUpwardsInOneFamily() {
        assertThatThrownBy(() -> range("10.0.0.2", "10.0.0.1")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10.0.0.2");
        assertThatThrownBy(() -> range("10.0.0.1", "::1")).isInstanceOf(IllegalArgumentException.class);
    }
}
