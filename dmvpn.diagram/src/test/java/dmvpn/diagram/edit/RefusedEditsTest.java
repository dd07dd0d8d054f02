package dmvpn.diagram.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.diagram.Models;
import dmvpn.dsl.resource.DmvpnResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits that cannot be made are refused with a reason for people, and nothing changes. */
class RefusedEditsTest {

    private static final String TEXT = """
            transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
            transport Fixed { latency 10ms }
            fragment Common { wan Internet dhcp }
            cloud Corp { overlay 10.0.0.0/24  phase 3 }
            cloud Bare { phase 3 }
            hub HQ { wan Internet 203.0.113.1/24  join Corp as 10.0.0.1 }
            hub Other { wan Internet 203.0.113.2/24 }
            spoke Branch[1..3] { use Common  wan Internet dhcp  join Corp as 10.0.0.{10+n} via HQ }
            spoke Branch[2] { lan 10.2.0.0/16 }
            router Core { wan Internet dhcp }
            """;

    private static void refused(ModelEdit edit, String reason) {
        refused(TEXT, edit, reason);
    }

    private static void refused(String text, ModelEdit edit, String reason) {
        DmvpnResource resource = (DmvpnResource) Models.parse(text).eResource();
        assertThatThrownBy(() -> TextEdits.of(resource, edit)).isInstanceOf(EditRefusedException.class).hasMessageContaining(reason);
        assertThat(resource.text()).isEqualTo(text);
    }

    @Test
    void namesMustBeNamesAndFree() {
        refused(new ModelEdit.Rename("router:HQ", "head quarters"), "'head quarters' is no name");
        refused(new ModelEdit.Rename("router:HQ", "Branch"), "Another router is called Branch");
        refused(new ModelEdit.CreateCloud(Optional.of("Corp")), "Another cloud is called Corp");
    }

    @Test
    void addressesMustBeOnes() {
        refused(new ModelEdit.SetOverlay("cloud:Corp", "ten"), "'ten' is not a prefix");
        refused(new ModelEdit.SetTunnelAddress("join:router:HQ@cloud:Corp", "10.0.0.{n}"), "only the members of a family have numbers");
        refused(new ModelEdit.SetTunnelAddress("join:router:Branch[1..3]@cloud:Corp", "10.0.0.{254+n}"), "for member 3");
        refused(new ModelEdit.SetWanAddress("wan:router:HQ>transport:Internet", "203.0.113.1"), "with its prefix length");
        refused(new ModelEdit.SetPhase("cloud:Corp", "4"), "use 1, 2 or 3");
    }

    @Test
    void membershipsMustMakeSense() {
        refused(new ModelEdit.Join("router:HQ", "cloud:Corp"), "HQ is a member of cloud Corp already");
        refused(new ModelEdit.Join("router:Core", "cloud:Corp"), "make Core a hub or a spoke first");
        refused(new ModelEdit.Join("router:HQ", "cloud:Bare"), "has no overlay subnet");
        refused(new ModelEdit.Connect("router:HQ", "router:HQ", Optional.empty()), "cannot register with itself");
        refused(new ModelEdit.Connect("router:HQ", "router:Other", Optional.empty()), "Other is a member of no cloud");
        refused(new ModelEdit.Connect("router:HQ", "router:Other", Optional.of("cloud:Corp")), "Other is no member of cloud Corp");
        refused(new ModelEdit.Connect("router:Branch[1..3]", "router:HQ", Optional.empty()), "already");
        refused(new ModelEdit.Reconnect("tunnel:router:Branch[1..3]>router:HQ@Corp", "router:Other"), "let it join first");
        refused(new ModelEdit.Attach("router:Branch[1..3]", "transport:Fixed"), "give the transport a DHCP pool");
    }

    @Test
    void whatARouterInheritsIsChangedWhereItIsWritten() {
        refused(new ModelEdit.Delete(List.of("tunnel:router:Branch[2]>router:HQ@Corp")), "from spoke Branch[1..3]: change it there");
        refused(new ModelEdit.SetTunnelAddress("join:router:Branch[2]@cloud:Corp", "10.0.0.9"), "change it there");
    }

    @Test
    void whatIsGoneCannotBeChanged() {
        refused(new ModelEdit.SetHub("router:Gone"), "The model has no router router:Gone any more");
        refused(new ModelEdit.Delete(List.of("tunnel:router:HQ>router:Other@Corp")), "any more");
    }

    @Test
    void whatAnImportDeclaresIsChangedInItsFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("shared.dmvpn"), "transport Internet { latency 10ms  dhcp 198.51.100.0/24 }\n");
        String text = "import \"shared.dmvpn\"\nhub HQ { wan Internet 203.0.113.1/24 }\n";
        URI file = URI.createFileURI(folder.resolve("site.dmvpn").toString());
        DmvpnResource resource = (DmvpnResource) Models.parse(file, text).eResource();
        assertThatThrownBy(() -> TextEdits.of(resource, new ModelEdit.Delete(List.of("transport:Internet"))))
                .hasMessageContaining("Internet is declared in").hasMessageContaining("shared.dmvpn: change it there");
        assertThatThrownBy(() -> TextEdits.of(resource, new ModelEdit.Rename("transport:Internet", "Wan")))
                .hasMessageContaining("change it there");
        TextEdit attached = TextEdits.of(resource, new ModelEdit.CreateSpoke(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(attached.text().after()).isEqualTo(text + "\nspoke Spoke1 {\n  wan Internet dhcp\n  lan 10.1.0.0/24\n}\n");
    }

    @Test
    void aBrokenElementIsMendedFirstWhileOthersCanBeEdited() {
        String broken = TEXT.replace("hub Other { wan Internet 203.0.113.2/24 }", "hub Other { wan }");
        refused(broken, new ModelEdit.Attach("router:Other", "transport:Internet"), "Line 7 cannot be read");
        assertThat(EditedText.difference(broken, new ModelEdit.SetPhase("cloud:Corp", "2"))).isEqualTo("""
                -cloud Corp { overlay 10.0.0.0/24  phase 3 }
                +cloud Corp { overlay 10.0.0.0/24  phase 2 }
                """);
    }

    @Test
    void aCommentInTheWayIsWorthMoreThanTheEdit() {
        String text = TEXT.replace("via HQ }", "via HQ /* the only one */ }").replace("hub Other {", "hub Other { join Corp as 10.0.0.2 ");
        String after = EditedText.after(text, new ModelEdit.Connect("router:Branch[1..3]", "router:Other", Optional.empty()));
        assertThat(after).contains("via HQ, Other /* the only one */ }");
        String between = text.replace("via HQ /* the only one */", "via HQ, /* spare */ Other");
        refused(between, new ModelEdit.Delete(List.of("tunnel:router:Branch[1..3]>router:Other@Corp")), "A comment stands where");
    }
}
