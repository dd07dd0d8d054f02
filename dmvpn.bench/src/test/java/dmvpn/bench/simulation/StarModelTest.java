package dmvpn.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StarModelTest {

    @Test
    void whatIsMeasuredIsANetworkThatComesUp() {
        assertThatCode(() -> StarRun.assertConverged(StarRun.run(StarModel.network(300), true))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(StarRouting.class)
    void whateverItRoutesByItConverges(StarRouting routing) throws Exception {
        assertThat(ConvergenceProcess.messages(StarModel.network(20, routing), routing)).isGreaterThan(100);
    }
}
