package dmvpn.diagram.glsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.layout.Point;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that speaks with the server of a document, as pages do: texts in both directions. */
class DiagramConnectionTest {

    private static final long DEADLINE_SECONDS = 30;

    private final RecordedDocument document = new RecordedDocument();
    private final RecordedFixes fixes = new RecordedFixes();
    private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
    private DiagramConnection connection;

    @BeforeEach
    void open() {
        connection = DiagramServer.connect(document, new DiagramServices(DiagramRuns.NONE, fixes, new RecordedCommands()),
                text -> answers.add(JsonParser.parseString(text).getAsJsonObject()));
        call(1, "initialize", "{'applicationId':'test','protocolVersion':'1.0.0'}");
        next(message -> message.has("id"));
        call(2, "initializeClientSession", "{'clientSessionId':'page','diagramType':'dmvpn-topology','clientActionKinds':"
                + "['setModel','updateModel','message','dmvpn.documentState','dmvpn.reveal','dmvpn.showText','dmvpn.download','elementSelected','setDirtyState','status','startProgress','endProgress']}");
        next(message -> message.has("id"));
        act("{'kind':'requestModel','requestId':'r1','options':{'diagramType':'dmvpn-topology','sourceUri':'model'}}");
        action("setModel");
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void aPageGetsTheDrawingAndWhatThereIsToSayAboutTheDocument() {
        JsonObject state = action("dmvpn.documentState");

        assertThat(state.get("title").getAsString()).isEqualTo("Demo");
        assertThat(state.get("undo").getAsString()).isEqualTo("last");
    }

    @Test
    void everyChangeOfTheDocumentIsDrawn() {
        document.show(RecordedDocument.MODEL.replace("hub HQ", "hub Head").replace("via HQ", "via Head"), "because", List.of());

        assertThat(action("updateModel").toString()).contains("router:Head").doesNotContain("router:HQ");
        assertThat(next(message -> kindOf(message).equals("dmvpn.documentState")
                && message.toString().contains("because"))).isNotNull();
    }

    @Test
    void whatIsPlacedOnTheSheetIsCreatedThere() {
        act("{'kind':'createNode','isOperation':true,'elementTypeId':'node:spoke','location':{'x':10.4,'y':20},'args':{}}");

        assertThat(asked()).isEqualTo(List.of(
                new ModelEdit.CreateSpoke(Optional.empty(), Optional.empty(), Optional.empty()), new Point(10, 20)));
    }

    @Test
    void whatWasMadeIsSelectedAsSoonAsItIsDrawn() {
        act("{'kind':'createNode','isOperation':true,'elementTypeId':'node:spoke','location':{'x':10.4,'y':20},'args':{}}");

        assertThat(next(message -> Set.of("updateModel", "elementSelected").contains(kindOf(message))).toString()).contains("updateModel");
        assertThat(action("elementSelected").toString()).contains("router:HQ");
        assertThat(action("dmvpn.reveal").toString()).contains("router:HQ");
    }

    @Test
    void whatIsSelectedFromOutsideIsBroughtIntoSight() {
        connection.select(List.of("cloud:Corp"));

        assertThat(action("elementSelected").toString()).contains("cloud:Corp");
        assertThat(action("dmvpn.reveal").getAsJsonArray("ids").toString()).isEqualTo("[\"cloud:Corp\"]");
    }

    @Test
    void whatIsDroppedOnACloudOrTransportBelongsToIt() {
        act("{'kind':'createNode','isOperation':true,'elementTypeId':'node:hub','location':{'x':1,'y':1},"
                + "'containerId':'cloud:Corp','args':{}}");
        assertThat(asked()).isEqualTo(new ModelEdit.CreateHub(Optional.empty(), Optional.empty(), Optional.of("cloud:Corp")));

        act("{'kind':'createNode','isOperation':true,'elementTypeId':'node:router','containerId':'transport:MPLS','args':{}}");
        assertThat(asked()).isEqualTo(new ModelEdit.CreatePlainRouter(Optional.empty(), Optional.of("transport:MPLS")));
    }

    @Test
    void aHostIsCreatedBehindTheRouterThatItIsDroppedOnAndNowhereElse() {
        act("{'kind':'createNode','isOperation':true,'elementTypeId':'node:host','containerId':'router:HQ/name','args':{}}");
        assertThat(asked()).isEqualTo(new ModelEdit.CreateHost(Optional.empty(), "router:HQ"));
        assertThat(action("elementSelected").toString()).contains("router:HQ");

        act("{'kind':'createNode','isOperation':true,'elementTypeId':'node:host','location':{'x':1,'y':1},'args':{}}");
        assertThat(action("message").get("message").getAsString()).contains("behind a router");
        act("{'kind':'createNode','isOperation':true,'elementTypeId':'node:host','containerId':'cloud:Corp','args':{}}");
        assertThat(action("message").get("message").getAsString()).contains("behind a router");
        assertThat(document.asked).isEmpty();
    }

    @Test
    void linesBecomeUplinksMembershipsAndRegistrations() {
        connect("edge:wan", "router:HQ", "transport:MPLS");
        assertThat(asked()).isEqualTo(new ModelEdit.Attach("router:HQ", "transport:MPLS"));
        connect("edge:join", "router:HQ", "cloud:Corp");
        assertThat(asked()).isEqualTo(new ModelEdit.Join("router:HQ", "cloud:Corp"));
        connect("edge:tunnel", "router:Branch[1..3]", "router:HQ");
        assertThat(asked()).isEqualTo(new ModelEdit.Connect("router:Branch[1..3]", "router:HQ", Optional.empty()));
    }

    @Test
    void theEndOfALineGoesElsewhereAndItsStartDoesNot() {
        reconnect("wan:router:HQ>transport:Internet", "router:HQ", "transport:MPLS");
        assertThat(asked()).isEqualTo(new ModelEdit.MoveAttachment("wan:router:HQ>transport:Internet", "transport:MPLS"));
        reconnect("tunnel:router:Branch[1..3]>router:HQ@Corp", "router:Branch[1..3]", "router:Other");
        assertThat(asked()).isEqualTo(new ModelEdit.Reconnect("tunnel:router:Branch[1..3]>router:HQ@Corp", "router:Other"));
        reconnect("wan:router:HQ>transport:Internet", "router:Branch[1..3]", "transport:Internet");
        assertThat(action("message").get("message").getAsString()).contains("belongs to the router");
    }

    @Test
    void aSelectionIsArrangedAsNodesWhateverOfThemWasSelected() {
        act("{'kind':'dmvpn.arrangeSelection','isOperation':true,'elements':['router:HQ/name','router:HQ','cloud:Corp']}");

        assertThat(asked()).isEqualTo(List.of("router:HQ", "cloud:Corp"));
    }

    @Test
    void theDocumentHearsAllThatIsSelectedAndNotWhatChangesAlone() throws InterruptedException {
        act("{'kind':'elementSelected','selectedElementsIDs':['router:HQ/name'],'deselectedElementsIDs':[],'deselectAll':true}");
        assertThat(selected()).containsExactly("router:HQ");
        act("{'kind':'elementSelected','selectedElementsIDs':['cloud:Corp'],'deselectedElementsIDs':[],'deselectAll':false}");
        assertThat(selected()).containsExactly("router:HQ", "cloud:Corp");
        act("{'kind':'elementSelected','selectedElementsIDs':[],'deselectedElementsIDs':['router:HQ'],'deselectAll':false}");
        assertThat(selected()).containsExactly("cloud:Corp");
        act("{'kind':'allSelected','select':true}");
        assertThat(selected()).contains("router:Branch[1..3]", "transport:MPLS", "tunnel:router:Branch[1..3]>router:HQ@Corp")
                .doesNotContain("router:HQ/name");
    }

    private List<String> selected() throws InterruptedException {
        return document.selected.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void severalElementsAreDeletedTogether() {
        act("{'kind':'deleteElement','isOperation':true,'elementIds':['router:HQ','router:HQ/name','cloud:Corp']}");

        assertThat(asked()).isEqualTo(new ModelEdit.Delete(List.of("router:HQ", "cloud:Corp")));
    }

    @Test
    void anEditedLabelIsANewName() {
        act("{'kind':'applyLabelEdit','isOperation':true,'labelId':'router:HQ/name','text':' Head '}");

        assertThat(asked()).isEqualTo(new ModelEdit.Rename("router:HQ", "Head"));
    }

    @Test
    void whatThereIsToSayAboutAnEditIsSaid() {
        act("{'kind':'applyLabelEdit','isOperation':true,'labelId':'router:HQ/name','text':'Head'}");

        assertThat(action("message").get("message").getAsString()).isEqualTo("Others say otherwise");
    }

    @ParameterizedTest
    @CsvSource({
        "router:HQ/tunnel_address,10.255.0.9,SetTunnelAddress[membership=join:router:HQ@cloud:Corp; address=10.255.0.9]",
        "router:HQ/wan_address,DHCP,SetWanAddress[attachment=wan:router:HQ>transport:Internet; address=DHCP]",
        "router:HQ/local_network,10.9.0.0/16,SetLocalNetwork[network=lan:router:HQ; prefix=10.9.0.0/16]",
        "cloud:Corp/overlay,10.254.0.0/24,SetOverlay[cloud=cloud:Corp; prefix=10.254.0.0/24]",
        "cloud:Corp/phase,Phase 2,SetPhase[cloud=cloud:Corp; phase=Phase 2]"})
    void anEditedValueIsThatOfItsClause(String label, String text, String edit) {
        act("{'kind':'applyLabelEdit','isOperation':true,'labelId':'" + label + "','text':' " + text + "'}");

        assertThat(asked()).hasToString(edit.replace(';', ','));
    }

    @Test
    void whatIsTypedIsLookedAtBeforeItIsEntered() {
        document.refuse("It is no address");
        act("{'kind':'requestEditValidation','requestId':'r4','contextId':'label-edit','modelElementId':'router:HQ/tunnel_address',"
                + "'text':'10.'}");

        JsonObject status = action("setEditValidationResult").getAsJsonObject("status");
        assertThat(status.get("message").getAsString()).isEqualTo("It is no address");
        assertThat(document.asked).isEmpty();
    }

    @Test
    void aMoveComesTogetherWithPointsOfLinesThatNobodyNeeds() {
        act("{'kind':'compound','isOperation':true,'operationList':[{'kind':'changeBounds','isOperation':true,"
                + "'newBounds':[{'elementId':'router:HQ','newPosition':{'x':900,'y':900},'newSize':{'width':1,'height':1}}]},"
                + "{'kind':'changeRoutingPoints','isOperation':true,'newRoutingPoints':[]}]}");

        assertThat(asked()).isEqualTo(Map.of("router:HQ", new Point(900, 900)));
    }

    @Test
    void aRouterThatIsLetGoInACloudJoinsIt() {
        var cloud = document.state().placed().clouds().getFirst().bounds();
        act("{'kind':'changeBounds','isOperation':true,'newBounds':[{'elementId':'router:Branch[1..3]','newPosition':{'x':"
                + (cloud.centreX() - 97) + ",'y':" + (cloud.centreY() - 54) + "},'newSize':{'width':194,'height':108}}]}");

        assertThat(asked()).isEqualTo(new ModelEdit.Join("router:Branch[1..3]", "cloud:Corp"));
    }

    @Test
    void aFamilyExpands() {
        act("{'kind':'dmvpn.toggleFamily','family':'router:Branch[1..3]'}");

        assertThat(asked()).isEqualTo("toggle router:Branch[1..3]");
    }

    @Test
    void thePlaceOfAFamilyIsThatOfItsForemostCard() {
        act("{'kind':'changeBounds','isOperation':true,'newBounds':[{'elementId':'router:Branch[1..3]',"
                + "'newPosition':{'x':900,'y':900},'newSize':{'width':1,'height':1}}]}");

        assertThat(asked()).isEqualTo(Map.of("router:Branch[1..3]", new Point(900, 910)));
    }

    @Test
    void historyAndArrangementAreThoseOfTheDocument() {
        act("{'kind':'glspUndo'}");
        assertThat(asked()).isEqualTo("undo");
        act("{'kind':'glspRedo'}");
        assertThat(asked()).isEqualTo("redo");
        act("{'kind':'layout','isOperation':true}");
        assertThat(asked()).isEqualTo("arrange");
    }

    @Test
    void anElementIsAskedForItsQuickFixes() {
        act("{'kind':'dmvpn.requestFixes','requestId':'r2','element':'router:HQ/name'}");

        JsonObject menu = action("dmvpn.fixes");
        assertThat(menu.get("responseId").getAsString()).isEqualTo("r2");
        assertThat(menu.getAsJsonArray("fixes").toString())
                .isEqualTo("[{\"id\":\"fix router:HQ\",\"title\":\"Mend it\",\"problem\":\"It is wrong\"}]");
    }

    @Test
    void aChosenQuickFixIsMadeAndARefusedOneIsSaid() {
        act("{'kind':'dmvpn.applyFix','element':'router:HQ','fix':'fix router:HQ'}");
        act("{'kind':'dmvpn.applyFix','element':'router:HQ','fix':'another'}");

        assertThat(action("message").get("message").getAsString()).isEqualTo("It does not fit");
        assertThat(fixes.applied).containsExactly("router:HQ fix router:HQ");
    }

    @Test
    void menusHaveTheCommandsWithTheElementsThatTheyAreFor() {
        act("{'kind':'dmvpn.requestCommands','requestId':'r3'}");

        assertThat(action("dmvpn.commands").getAsJsonArray("commands").get(0).toString()).isEqualTo(
                "{\"id\":\"read\",\"label\":\"Read it\",\"types\":"
                        + "[\"graph\",\"node:family\",\"node:hub\",\"node:router\",\"node:spoke\"]}");
    }

    @Test
    void aCommandAnswersWithATextAFileOrAReason() {
        act("{'kind':'dmvpn.runCommand','command':'read','element':'router:HQ/name','options':{'format':'b'}}");
        JsonObject text = action("dmvpn.showText");
        assertThat(text.get("title").getAsString()).isEqualTo("About router:HQ");
        assertThat(text.get("text").getAsString()).isEqualTo("{format=b}");
        assertThat(text.getAsJsonObject("next").get("command").getAsString()).isEqualTo("keep");

        act("{'kind':'dmvpn.runCommand','command':'keep'}");
        JsonObject file = action("dmvpn.download");
        assertThat(file.get("name").getAsString()).isEqualTo("it.txt");
        assertThat(Base64.getDecoder().decode(file.get("content").getAsString())).asString().isEqualTo("content");

        act("{'kind':'dmvpn.runCommand','command':'refuse'}");
        assertThat(action("message").get("message").getAsString()).isEqualTo("Not now");
        act("{'kind':'dmvpn.runCommand','command':'unknown'}");
        assertThat(action("message").get("message").getAsString()).contains("no such command");
    }

    @Test
    void aRefusedEditIsSaidAndTheDrawingIsSentAgain() {
        document.refuse("That cannot be");
        act("{'kind':'layout','isOperation':true}");

        assertThat(action("message").get("message").getAsString()).isEqualTo("That cannot be");
        assertThat(action("updateModel")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]",
        "{\"jsonrpc\":\"2.0\",\"method\":\"process\",\"params\":{\"clientId\":\"page\",\"action\":{\"kind\":\"noSuchAction\"}}}"})
    void whatNobodyUnderstandsDoesNoHarm(String message) {
        connection.receive(message);

        act("{'kind':'layout','isOperation':true}");
        assertThat(asked()).isEqualTo("arrange");
    }

    @Test
    void aClosedConnectionHearsNothingMore() {
        assertThat(document.listeners()).isOne();
        connection.close();
        assertThat(document.listeners()).isZero();
    }

    private void connect(String type, String source, String target) {
        act("{'kind':'createEdge','isOperation':true,'elementTypeId':'" + type + "','sourceElementId':'" + source
                + "','targetElementId':'" + target + "','args':{}}");
    }

    private void reconnect(String edge, String source, String target) {
        act("{'kind':'reconnectEdge','isOperation':true,'edgeElementId':'" + edge + "','sourceElementId':'" + source
                + "','targetElementId':'" + target + "'}");
    }

    private void call(int id, String method, String parameters) {
        assertThat(connection.receive(("{'jsonrpc':'2.0','id':" + id + ",'method':'" + method + "','params':" + parameters + "}")
                .replace('\'', '"'))).isTrue();
    }

    private void act(String action) {
        assertThat(connection.receive(("{'jsonrpc':'2.0','method':'process','params':{'clientId':'page','action':" + action + "}}")
                .replace('\'', '"'))).isTrue();
    }

    /** What was asked of the document next. */
    private Object asked() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (document.asked.isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(document.asked).as("something is asked of the document; said was %s", answers).isNotEmpty();
        return document.asked.removeFirst();
    }

    private JsonObject action(String kind) {
        return next(message -> kindOf(message).equals(kind)).getAsJsonObject("params").getAsJsonObject("action");
    }

    private static String kindOf(JsonObject message) {
        return message.has("params") ? message.getAsJsonObject("params").getAsJsonObject("action").get("kind").getAsString() : "";
    }

    private JsonObject next(Predicate<JsonObject> wanted) {
        try {
            while (true) {
                JsonObject message = answers.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
                assertThat(message).as("an answer").isNotNull();
                if (wanted.test(message)) {
                    return message;
                }
            }
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }
}
