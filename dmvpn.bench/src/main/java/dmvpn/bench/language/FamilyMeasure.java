package dmvpn.bench.language;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;

/** Opening and checking a file with one large family of spokes, beside a file with few spokes written out. */
public final class FamilyMeasure implements Comparison {

    private static final int WRITTEN_OUT = 50;

    private final int members;
    private final String family;
    private final String written = WrittenOutModel.withSpokes(WRITTEN_OUT);
    private final LanguageSetup product = LanguageSetup.product();

    /** @param members how many members the family has */
    public FamilyMeasure(int members) {
        this.members = members;
        this.family = WrittenOutModel.withFamily(members);
    }

    @Override
    public String id() {
        return "family-" + members;
    }

    @Override
    public String title() {
        return "check of a file with a family of " + members + " spokes: parse, link, compile, all rules";
    }

    @Override
    public String baselineTitle() {
        return "check of a file with " + WRITTEN_OUT + " spokes written out";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(2);
    }

    @Override
    public double runProduct() throws Exception {
        return run(family);
    }

    @Override
    public double runBaseline() throws Exception {
        return run(written);
    }

    private double run(String text) throws Exception {
        return CpuTime.ofThread(() -> product.check(product.open(text)));
    }

    @Override
    public int warmUpRounds() {
        return 20;
    }
}
