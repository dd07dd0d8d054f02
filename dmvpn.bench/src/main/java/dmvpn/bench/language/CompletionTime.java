package dmvpn.bench.language;

import dmvpn.bench.harness.Demand;
import dmvpn.bench.harness.Gauge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.lsp4j.Position;

/** Completion in an open file with many spokes: at names, keywords and values, from its begin to its end. */
public final class CompletionTime implements Gauge {

    private static final double DEMANDED_MILLIS = 50;
    private static final double PERCENTILE = 0.95;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int SPOKES_ASKED = 25;
    /** Where proposals are asked for: behind each of these in a spoke. */
    private static final List<String> PLACES = List.of("{\n  ", "wan  ", "dhcp\n  ", "join ", "via ", "via HQ ");

    private final int spokes;

    /** @param spokes how many spokes the file has */
    public CompletionTime(int spokes) {
        this.spokes = spokes;
    }

    @Override
    public String id() {
        return "completion-" + spokes;
    }

    @Override
    public String title() {
        return "completion in a file with " + spokes + " spokes: 95 of 100 take no longer";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(DEMANDED_MILLIS);
    }

    @Override
    public double value() throws Exception {
        String text = WrittenOutModel.withSpokes(spokes);
        List<Position> positions = positions(text);
        try (ServerSession server = new ServerSession(text)) {
            double[] nanos = new double[positions.size()];
            for (int round = 0; round <= WARM_UP_ROUNDS; round++) {
                for (int index = 0; index < nanos.length; index++) {
                    nanos[index] = server.complete(positions.get(index));
                }
            }
            Arrays.sort(nanos);
            return nanos[(int) Math.ceil(nanos.length * PERCENTILE) - 1] / 1e6;
        }
    }

    private List<Position> positions(String text) {
        List<Position> positions = new ArrayList<>();
        for (int index = 1; index <= SPOKES_ASKED; index++) {
            int spoke = text.indexOf("spoke Site" + Math.max(1, spokes / SPOKES_ASKED * index) + " {");
            for (String place : PLACES) {
                positions.add(WrittenOutModel.position(text, text.indexOf(place, spoke) + place.length()));
            }
        }
        return positions;
    }
}
