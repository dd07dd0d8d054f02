package dmvpn.bench.language;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.Demand;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Changing one digit of an open file with many spokes in the language server, until its diagnostics are published. */
public final class ServerEditMeasure implements Comparison {

    private final int spokes;
    private final EditSession plain;
    private final ServerSession server;
    private final Range digit;
    private boolean changed;

    /** @param spokes how many spokes the file has */
    public ServerEditMeasure(int spokes) throws Exception {
        this.spokes = spokes;
        String text = WrittenOutModel.withSpokes(spokes);
        int offset = WrittenOutModel.editOffset(text, spokes);
        this.plain = new EditSession(LanguageSetup.plain(), text, offset);
        this.server = new ServerSession(text);
        Position start = WrittenOutModel.position(text, offset);
        this.digit = new Range(start, new Position(start.getLine(), start.getCharacter() + 1));
    }

    @Override
    public String id() {
        return "edit-" + spokes + "-server";
    }

    @Override
    public String title() {
        return "one digit changed in a file with " + spokes + " spokes, from didChange to published diagnostics";
    }

    @Override
    public String baselineTitle() {
        return "the same edit with Xtext's parse, link and validate, no rules";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(0.5);
    }

    @Override
    public double runProduct() throws Exception {
        changed = !changed;
        return server.change(digit, changed ? "1" : "0");
    }

    @Override
    public double runBaseline() throws Exception {
        return plain.edit();
    }

    @Override
    public int warmUpRounds() {
        return 20;
    }

    @Override
    public void close() {
        server.close();
    }
}
