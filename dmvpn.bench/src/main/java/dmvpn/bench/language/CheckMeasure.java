package dmvpn.bench.language;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;

/** Opening and checking a file with many spokes written out: parse, link, all rules. */
public final class CheckMeasure implements Comparison {

    private final int spokes;
    private final String text;
    private final LanguageSetup plain = LanguageSetup.plain();
    private final LanguageSetup product = LanguageSetup.product();

    /** @param spokes how many spokes the file has */
    public CheckMeasure(int spokes) {
        this.spokes = spokes;
        this.text = WrittenOutModel.withSpokes(spokes);
    }

    @Override
    public String id() {
        return "check-" + spokes;
    }

    @Override
    public String title() {
        return "check of a file with " + spokes + " spokes: parse, link, compile, all rules";
    }

    @Override
    public String baselineTitle() {
        return "our grammar with Xtext's naming, scoping and fragments, no rules";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(2);
    }

    @Override
    public double runProduct() throws Exception {
        return run(product);
    }

    @Override
    public double runBaseline() throws Exception {
        return run(plain);
    }

    private double run(LanguageSetup setup) throws Exception {
        return CpuTime.ofThread(() -> setup.check(setup.open(text)));
    }
}
