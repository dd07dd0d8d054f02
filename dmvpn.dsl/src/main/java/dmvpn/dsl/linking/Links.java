package dmvpn.dsl.linking;

import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.parts.ModelPart;
import java.util.Arrays;
import java.util.List;

/** What the references of a part mean, to be compared with what they mean in another revision. */
public final class Links {

    private static final Object SOME_ROUTER = RouterDeclaration.class;

    private Links() {
    }

    /**
     * The targets of the part's references in the order of its text: the very object, null for nothing. Of a router it is
     * told only that it is one, since routers change often and those that refer to one ask for what they need to know.
     */
    public static List<Object> of(ModelPart part) {
        List<WrittenReference> references = WrittenReference.of(part);
        Object[] targets = new Object[references.size()];
        for (int index = 0; index < targets.length; index++) {
            Object target = references.get(index).target();
            targets[index] = target instanceof RouterDeclaration ? SOME_ROUTER : target;
        }
        return Arrays.asList(targets);
    }
}
