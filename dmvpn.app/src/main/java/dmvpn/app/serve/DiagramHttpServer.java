package dmvpn.app.serve;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dmvpn.diagram.glsp.DiagramDocument;
import dmvpn.diagram.glsp.DiagramServices;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The diagram of a model for web browsers of this machine. A page has a stream of events for what the server says, and sends
 * requests for what it says itself. Nobody gets anything without the token in the path, nor by another name than that of this
 * machine, and only pages of this server may send.
 */
final class DiagramHttpServer implements AutoCloseable {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int TOO_LARGE = 413;
    private static final int LARGEST_MESSAGE = 4_000_000;
    private static final int SECONDS_TO_END = 1;
    private static final int UNTIL_SENT = 0;
    private static final int NOTHING = -1;

    private final HttpServer server;
    private final DiagramAddress address;
    private final DiagramDocument document;
    private final DiagramServices services;
    private final Map<String, PageConnection> pages = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Starts to serve.
     *
     * @param port port; 0 for one that is free
     */
    DiagramHttpServer(DiagramDocument document, DiagramServices services, int port, String token) throws IOException {
        this.document = document;
        this.services = services;
        // Messages are small and must not wait for each other.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        address = new DiagramAddress(server.getAddress().getPort(), token);
        server.createContext("/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    DiagramAddress address() {
        return address;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!address.isHost(exchange.getRequestHeaders().getFirst("Host")) || !path.startsWith(address.path())) {
                answer(exchange, FORBIDDEN);
                return;
            }
            switch (path.substring(address.path().length())) {
                case "events" -> events(exchange);
                case "messages" -> messages(exchange);
                case String file -> file(exchange, file);
            }
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, NOTHING);
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        Optional<PageResource> resource = PageResource.of(name);
        if (resource.isEmpty()) {
            answer(exchange, NOT_FOUND);
        } else if (!exchange.getRequestMethod().equals("GET")) {
            answer(exchange, WRONG_METHOD);
        } else {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", resource.get().type());
            headers.set("Cache-Control", "no-store");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
            exchange.sendResponseHeaders(OK, resource.get().content().length);
            exchange.getResponseBody().write(resource.get().content());
        }
    }

    private void events(HttpExchange exchange) throws IOException {
        Optional<String> client = client(exchange);
        if (client.isEmpty()) {
            answer(exchange, BAD_REQUEST);
            return;
        }
        PageConnection page = new PageConnection(document, services);
        PageConnection before = pages.put(client.get(), page);
        if (before != null) {
            before.close();
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(OK, UNTIL_SENT);
            OutputStream body = exchange.getResponseBody();
            page.stream(body);
        } catch (IOException gone) {
            // The page was closed: there is nobody to tell.
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            pages.remove(client.get(), page);
            page.close();
        }
    }

    private static Optional<String> client(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query != null && query.startsWith("client=")
                ? Optional.of(URLDecoder.decode(query.substring("client=".length()), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private void messages(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, WRONG_METHOD);
            return;
        }
        if (!address.isOrigin(exchange.getRequestHeaders().getFirst("Origin"))) {
            answer(exchange, FORBIDDEN);
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_MESSAGE + 1);
        if (body.length > LARGEST_MESSAGE) {
            answer(exchange, TOO_LARGE);
            return;
        }
        Optional<PageConnection> page = client(exchange).map(pages::get);
        if (page.isEmpty()) {
            answer(exchange, NOT_FOUND);
            return;
        }
        answer(exchange, receive(page.get(), new String(body, StandardCharsets.UTF_8)) ? NO_CONTENT : BAD_REQUEST);
    }

    private static boolean receive(PageConnection page, String messages) {
        try {
            for (JsonElement message : JsonParser.parseString(messages).getAsJsonArray()) {
                if (!page.receive(message.toString())) {
                    return false;
                }
            }
            return true;
        } catch (JsonParseException | IllegalStateException unreadable) {
            return false;
        }
    }

    @Override
    public void close() {
        pages.values().forEach(PageConnection::close);
        server.stop(SECONDS_TO_END);
        executor.shutdownNow();
    }
}
