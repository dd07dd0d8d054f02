package dmvpn.dsl.fragments;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.Iterator;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentTest {

    private static final String TEXT = Models.SOUND
            + "spoke Branch[2] { lan 172.16.0.0/24 lan 172.16.1.0/24 }\ncloud Corp { }\nhub { }\n";

    @Test
    void everyElementHasAFragmentThatFindsIt() {
        DmvpnResource resource = Models.resource(TEXT);
        int count = 0;
        for (Iterator<EObject> all = resource.getAllContents(); all.hasNext(); count++) {
            EObject element = all.next();

            assertThat(resource.getEObject(resource.getURIFragment(element))).isSameAs(element);
        }
        assertThat(count).isGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//network", "//transport:Internet", "//spoke:Branch[1..2]", "//spoke:Branch[2]", "//spoke:Branch[2]/lans~2",
        "//cloud:Corp", "//cloud:Corp~2", "//hub:HQ/joins", "//scenario:First/actions/action/source", "//hub:"})
    void fragmentsNameElements(String fragment) {
        DmvpnResource resource = Models.resource(TEXT);

        assertThat(resource.getEObject(fragment)).isNotNull();
        assertThat(resource.getURIFragment(resource.getEObject(fragment))).isEqualTo(fragment);
    }

    @Test
    void aFragmentSurvivesTextAboveIt() {
        DmvpnResource resource = Models.resource(TEXT);
        RouterDeclaration before = (RouterDeclaration) resource.getEObject("//hub:HQ");

        resource.update(0, 0, "// a comment\ntransport Other { }\n");

        assertThat(((RouterDeclaration) resource.getEObject("//hub:HQ")).getName()).isEqualTo(before.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "//hub", "//hub:Nobody", "//hub:HQ/nothing", "//hub:HQ/name", "//hub:HQ/lans~9", "//hub:HQ~x", "///", "//~",
        "//cloud:Corp~3", "//hub:HQ/joins/cloud"})
    void aFragmentOfNothingFindsNothing(String fragment) {
        assertThat(Models.resource(TEXT).getEObject(fragment)).isNull();
    }
}
