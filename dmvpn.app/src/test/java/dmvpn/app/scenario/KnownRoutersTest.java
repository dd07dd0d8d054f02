package dmvpn.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownRoutersTest {

    @Test
    void theFirstNamesAreToldAndTheOthersCounted() {
        assertThat(KnownRouters.in(List.of("HQ", "Branch1"))).isEqualTo("it has HQ, Branch1");
        assertThat(KnownRouters.in(IntStream.rangeClosed(1, 14).mapToObj(number -> "B" + number).toList()))
                .startsWith("it has B1, ").endsWith("B12, and 2 more");
    }

    @Test
    void aNetworkWithoutRoutersIsSaidToBeOne() {
        assertThat(KnownRouters.in(List.of())).isEqualTo("it has no routers");
    }
}
