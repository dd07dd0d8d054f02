package dmvpn.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.config.writer.UnknownTargetException;
import dmvpn.network.device.Device;
import dmvpn.network.testing.NetworkBuilder;
import org.junit.jupiter.api.Test;

class WriterRegistryTest {

    private final WriterRegistry registry = WriterRegistry.standard();

    @Test
    void ciscoIsKnown() {
        Device device = NetworkBuilder.phase3().build().devices().getFirst();

        assertThat(registry.keywords()).containsExactly("cisco", "frr");
        assertThat(registry.writer("cisco").fileName(device)).isEqualTo("HQ1.cfg");
    }

    @Test
    void frrIsKnown() {
        Device device = NetworkBuilder.phase3().build().devices().getFirst();

        assertThat(registry.writer("frr").fileName(device)).isEqualTo("HQ1.frr.conf");
    }

    @Test
    void otherFormatsAreRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> registry.writer("juniper")).isInstanceOf(UnknownTargetException.class)
                .hasMessage("'juniper' is not a configuration format: use cisco, frr");
    }
}
