package dmvpn.bench.language;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;
import java.io.IOException;
import org.eclipse.xtext.resource.XtextResource;

/** Changing one digit of an open file with many spokes, until all rules have been checked again. */
public final class EditMeasure implements Comparison {

    private static final class Session {
        private final LanguageSetup setup;
        private final XtextResource resource;
        private final int offset;
        private boolean changed;

        Session(LanguageSetup setup, String text, int offset) throws IOException {
            this.setup = setup;
            this.resource = setup.open(text);
            this.offset = offset;
            setup.check(resource);
        }

        double edit() throws Exception {
            changed = !changed;
            return CpuTime.ofThread(() -> {
                resource.update(offset, 1, changed ? "1" : "0");
                if (!setup.check(resource).isEmpty()) {
                    throw new IllegalStateException("The measured model has findings");
                }
            });
        }
    }

    private final int spokes;
    private final Session plain;
    private final Session product;

    /** @param spokes how many spokes the file has */
    public EditMeasure(int spokes) throws IOException {
        this.spokes = spokes;
        String text = WrittenOutModel.withSpokes(spokes);
        int offset = WrittenOutModel.editOffset(text, spokes);
        this.plain = new Session(LanguageSetup.plain(), text, offset);
        this.product = new Session(LanguageSetup.product(), text, offset);
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
    public Ratio ratio() {
        return Ratio.COST;
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(2);
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
