package dmvpn.app.serve;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where a diagram is served: on this machine alone, below a name that nobody can guess.
 *
 * @param port port
 * @param token the name
 */
record DiagramAddress(int port, String token) {

    private static final int TOKEN_BYTES = 16;

    static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What a browser opens. */
    String url() {
        return "http://127.0.0.1:" + port + path();
    }

    /** What every path begins with. */
    String path() {
        return "/" + token + "/";
    }

    /** True for the name of this server; a page of another site that got a name of its own to point here has another one. */
    boolean isHost(String host) {
        return ("127.0.0.1:" + port).equals(host) || ("localhost:" + port).equals(host);
    }

    /** True for requests that a page of this server made. */
    boolean isOrigin(String origin) {
        return origin != null && origin.startsWith("http://") && isHost(origin.substring("http://".length()));
    }
}
