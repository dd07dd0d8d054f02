package dmvpn.bench.language;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.Demand;
import java.io.IOException;

/** Changing one digit of an open file with many spokes, until all rules have been checked again. */
public final class EditMeasure implements Comparison {

    private final int spokes;
    private final EditSession plain;
    private final EditSession product;

    /** @param spokes how many spokes the file has */
    public EditMeasure(int spokes) throws IOException {
        this.spokes = spokes;
        String text = WrittenOutModel.withSpokes(spokes);
        int offset = WrittenOutModel.editOffset(text, spokes);
        this.plain = new EditSession(LanguageSetup.plain(), text, offset);
        this.product = new EditSession(LanguageSetup.product(), text, offset);
    }

    @Override
    public String id() {
        return "edit-" + spokes;
    }

    @Override
    public String title() {
        return "one digit changed in a file with " + spokes + " spokes, until all rules are checked";
    }

    @Override
    public String baselineTitle() {
        return "the same edit with Xtext's naming, scoping and fragments, no rules";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(0.5);
    }

    @Override
    public double runProduct() throws Exception {
        return product.edit();
    }

    @Override
    public double runBaseline() throws Exception {
        return plain.edit();
    }

    @Override
    public int warmUpRounds() {
        return 10;
    }
}
