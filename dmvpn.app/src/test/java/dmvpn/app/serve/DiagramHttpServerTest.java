package dmvpn.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.glsp.DiagramServices;
import dmvpn.dsl.load.ModelLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets anything from the server of a diagram, and who does not. */
class DiagramHttpServerTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String INITIALIZE =
            "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\","
                    + "\"params\":{\"applicationId\":\"t\",\"protocolVersion\":\"1.0.0\"}}]";

    @TempDir
    private Path folder;
    private DiagramHttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void serve() throws IOException {
        Path file = Files.writeString(folder.resolve("net.dmvpn"), "network Demo\n");
        ServedModel model = new ServedModel(new ServedFiles(file), ModelLoader.create());
        server = new DiagramHttpServer(model, DiagramServices.NONE, 0, DiagramAddress.newToken());
    }

    @AfterEach
    void end() {
        server.close();
        client.close();
    }

    @Test
    void theAddressIsOnThisMachineBelowANameThatNobodyGuesses() {
        assertThat(server.address().url()).matches("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}/");
        assertThat(DiagramAddress.newToken()).isNotEqualTo(DiagramAddress.newToken());
    }

    @ParameterizedTest(name = "{0} with Host {1}: {2}")
    @CsvSource({
        "/, 127.0.0.1:PORT, 403",
        "/00000000000000000000000000000000/, 127.0.0.1:PORT, 403",
        "/TOKEN/events?client=x, evil.example:PORT, 403",
        "/TOKEN/, evil.example, 403",
        "/TOKEN/nothing, 127.0.0.1:PORT, 404",
        "/TOKEN/../../etc/passwd, localhost:PORT, 404",
        "/TOKEN/events, localhost:PORT, 400",
        "/TOKEN/messages?client=x, localhost:PORT, 405"})
    void onlyWhoKnowsTheNameAndComesByThisMachineGetsAnything(String path, String host, int status) throws IOException {
        assertThat(statusOf("GET " + filled(path) + " HTTP/1.1\r\nHost: " + filled(host) + "\r\nConnection: close\r\n\r\n"))
                .isEqualTo(status);
    }

    @Test
    void onlyPagesOfThisServerSend() throws Exception {
        assertThat(post("x", INITIALIZE, "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(post("x", INITIALIZE, null).statusCode()).isEqualTo(403);
        assertThat(post("x", INITIALIZE, origin()).statusCode()).as("nobody listens").isEqualTo(404);
    }

    @Test
    void aPageHearsTheAnswersToWhatItSends() throws Exception {
        HttpResponse<Stream<String>> events = listen("a%20b");
        assertThat(events.headers().firstValue("Content-Type")).contains("text/event-stream");

        assertThat(post("a%20b", INITIALIZE, origin()).statusCode()).isEqualTo(204);
        assertThat(post("a%20b", "no JSON", origin()).statusCode()).isEqualTo(400);
        try (Stream<String> lines = events.body()) {
            assertThat(lines.filter(line -> line.startsWith("data: ")).findFirst()).hasValueSatisfying(
                    line -> assertThat(line).contains("\"serverActions\"").contains("\"id\":1"));
        }
    }

    @Test
    void theEndOfTheServerEndsTheStreamsOfItsPages() throws Exception {
        HttpResponse<Stream<String>> events = listen("a");

        server.close();

        try (Stream<String> lines = events.body()) {
            assertThat(lines.filter(line -> line.startsWith("data: "))).isEmpty();
        }
    }

    private HttpResponse<Stream<String>> listen(String page) throws Exception {
        URI address = URI.create(server.address().url() + "events?client=" + page);
        return client.send(HttpRequest.newBuilder(address).timeout(DEADLINE).build(), HttpResponse.BodyHandlers.ofLines());
    }

    private HttpResponse<String> post(String page, String body, String origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address().url() + "messages?client=" + page))
                .timeout(DEADLINE).POST(HttpRequest.BodyPublishers.ofString(body));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String origin() {
        return "http://127.0.0.1:" + server.address().port();
    }

    private String filled(String text) {
        return text.replace("PORT", String.valueOf(server.address().port())).replace("TOKEN", server.address().token());
    }

    private int statusOf(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.address().port())) {
            socket.setSoTimeout((int) DEADLINE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
