package dmvpn.dsl.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damage inside of one block leaves the elements around it, and their names, as they are. */
class OutlineRecoveryTest {

    private static final Corpus CORPUS = Corpus.read();
    private static final int BLOCKS = 50;
    private static final int MOST_EDITS = 3;

    private final Trial trial = new Trial(new Watchdog());

    static LongStream seeds() {
        return Runs.seeds(4, 400);
    }

    /** A block: what is between the braces of an element. */
    private record Block(int start, int end, List<String> before, List<String> behind) {
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOutlineOfUntouchedBlocksIsKept(long seed) {
        RandomGenerator random = Runs.random(seed);
        for (int attempt = 0; attempt < BLOCKS; attempt++) {
            String text = CORPUS.any(random);
            List<Block> blocks = blocks(Models.resource(text));
            if (blocks.isEmpty()) {
                continue;
            }
            Block block = blocks.get(random.nextInt(blocks.size()));
            trial.of(seed, text, edits(text, block, random), (start, edits) -> keepsOutline(start, edits, block));
        }
    }

    private static List<Edit> edits(String text, Block block, RandomGenerator random) {
        Mutations mutations = new Mutations(random, CORPUS);
        List<Edit> edits = new ArrayList<>();
        String changed = text;
        int end = block.end();
        for (int count = random.nextInt(1, MOST_EDITS + 1); count > 0; count--) {
            Edit edit = mutations.within(changed, block.start(), end);
            edits.add(edit);
            changed = edit.in(changed);
            end += edit.replacement().length() - edit.length();
        }
        return edits;
    }

    private static void keepsOutline(String text, List<Edit> edits, Block block) {
        DmvpnResource edited = Models.resource(text);
        String changed = text;
        for (Edit edit : edits) {
            edited.update(edit.offset(), edit.length(), edit.replacement());
            changed = edit.in(changed);
        }
        for (DmvpnResource resource : List.of(edited, Models.resource(changed))) {
            List<String> names = new ArrayList<>(resource.model().getElements().stream().map(OutlineRecoveryTest::shown).toList());
            String what = resource == edited ? "after the edits" : "loaded afresh";
            assertThat(names.subList(0, Math.min(names.size(), block.before().size()))).as("elements before the block, " + what + ":\n" + changed).isEqualTo(block.before());
            assertThat(names.subList(Math.max(0, names.size() - block.behind().size()), names.size())).as("elements behind the block, " + what + ":\n" + changed)
                    .isEqualTo(block.behind());
        }
    }

    private static List<Block> blocks(DmvpnResource resource) {
        List<Block> blocks = new ArrayList<>();
        List<Element> elements = resource.model().getElements();
        String text = resource.text();
        for (int index = 0; index < elements.size(); index++) {
            ICompositeNode node = NodeModelUtils.findActualNodeFor(elements.get(index));
            int opening = text.indexOf('{', node.getOffset());
            int closing = node.getOffset() + node.getLength() - 1;
            if (elements.get(index) instanceof NamedElement && opening >= 0 && opening < closing && text.charAt(closing) == '}') {
                List<String> names = elements.stream().map(OutlineRecoveryTest::shown).toList();
                blocks.add(new Block(opening + 1, closing, names.subList(0, index), names.subList(index + 1, names.size())));
            }
        }
        return blocks;
    }

    private static String shown(Element element) {
        return element instanceof NamedElement named ? Kind.keyword(named) + " " + Names.withMembers(named) : element.eClass().getName();
    }
}
