package dmvpn.bench.simulation;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class StarModelTest {

    @Test
    void whatIsMeasuredIsANetworkThatComesUp() {
        assertThatCode(() -> StarRun.assertConverged(StarRun.run(StarModel.network(300), true))).doesNotThrowAnyException();
    }
}
