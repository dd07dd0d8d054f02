package dmvpn.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarnessTest {

    /** Costs are what the test says; calls are kept in order. */
    private static final class Scripted implements Comparison {

        private final Ratio ratio;
        private final Demand demand;
        private final double[] productCosts;
        private final List<String> calls = new ArrayList<>();
        private int round;

        Scripted(Ratio ratio, Demand demand, double... productCosts) {
            this.ratio = ratio;
            this.demand = demand;
            this.productCosts = productCosts;
        }

        @Override
        public String id() {
            return "scripted";
        }

        @Override
        public String title() {
            return "work";
        }

        @Override
        public String baselineTitle() {
            return "other work";
        }

        @Override
        public Ratio ratio() {
            return ratio;
        }

        @Override
        public Demand demand() {
            return demand;
        }

        @Override
        public int warmUpRounds() {
            return 0;
        }

        @Override
        public double runProduct() {
            calls.add("product");
            return productCosts[round++];
        }

        @Override
        public double runBaseline() {
            calls.add("baseline");
            return 10;
        }
    }

    @Test
    void theMedianOfTheRoundsCounts() throws Exception {
        Result result = new Harness(3).run(new Scripted(Comparison.Ratio.COST, new Demand.AtMost(2), 15, 900, 12));

        assertThat(result.median()).isEqualTo(1.5, within(1e-9));
        assertThat(result.smallest()).isEqualTo(1.2, within(1e-9));
        assertThat(result.largest()).isEqualTo(90, within(1e-9));
        assertThat(result.isMet()).isTrue();
    }

    @Test
    void speedIsTheBaselinesCostByTheProducts() throws Exception {
        Result result = new Harness(1).run(new Scripted(Comparison.Ratio.SPEED, new Demand.AtLeast(0.5), 25));

        assertThat(result.median()).isEqualTo(0.4, within(1e-9));
        assertThat(result.isMet()).isFalse();
    }

    @Test
    void productAndBaselineTakeTurnsInGoingFirst() throws Exception {
        Scripted scripted = new Scripted(Comparison.Ratio.COST, new Demand.Nothing(), 1, 1);

        new Harness(2).run(scripted);

        assertThat(scripted.calls).containsExactly("baseline", "product", "product", "baseline");
    }

    @Test
    void aResultFileHoldsRatiosAndNoSeconds() {
        Result result = Result.of(new Scripted(Comparison.Ratio.SPEED, new Demand.AtLeast(0.5)), new double[] {0.5214, 0.4, 0.7});

        assertThat(ResultFile.format(List.of(result))).isEqualTo("""
                [
                {"measure":"scripted","median":0.521,"smallest":0.4,"largest":0.7,"rounds":3,"demanded":">= 0.50","met":true}
                ]
                """);
    }

    @Test
    void aChildProcessThatFailsSaysWhy() {
        assertThatThrownBy(() -> ChildProcess.run(List.of(), HarnessTest.class)).isInstanceOf(IOException.class)
                .hasMessageContaining("HarnessTest ended with exit code 1").hasMessageContaining("main");
    }
}
