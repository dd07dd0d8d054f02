package dmvpn.bench.language;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.rules.Finding;
import java.io.IOException;
import java.io.StringReader;

/** All rules on the network of a file with many spokes, nothing known from before, beside parsing the file. */
public final class RulesMeasure implements Comparison {

    private final int spokes;
    private final String text;
    private final DmvpnResource resource;
    private final CompiledNetwork network;

    /** @param spokes how many spokes the file has */
    public RulesMeasure(int spokes) throws IOException {
        this.spokes = spokes;
        this.text = WrittenOutModel.withSpokes(spokes);
        this.resource = (DmvpnResource) LanguageSetup.product().open(text);
        this.network = Analysis.of(resource).network();
    }

    @Override
    public String id() {
        return "rules-cost";
    }

    @Override
    public String title() {
        return "all rules on the network of " + spokes + " spokes written out, for the first time";
    }

    @Override
    public String baselineTitle() {
        return "parsing the file";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(1);
    }

    @Override
    public double runProduct() throws Exception {
        return CpuTime.ofThread(() -> {
            if (Analysis.catalogue().check(network).stream().anyMatch(Finding::isError)) {
                throw new IllegalStateException("The measured model has errors");
            }
        });
    }

    @Override
    public double runBaseline() throws Exception {
        return CpuTime.ofThread(() -> {
            if (resource.getParser().parse(new StringReader(text)).hasSyntaxErrors()) {
                throw new IllegalStateException("The measured model has syntax errors");
            }
        });
    }

    @Override
    public int warmUpRounds() {
        return 10;
    }
}
