package dmvpn.sim.nhrp;

/** What a client has sent to one next-hop server and had from it, as {@code show ip nhrp nhs detail} prints it. */
final class RegistrationCounters {

    private long requestsSent;
    private long requestsFailed;
    private long repliesReceived;
    private long acknowledgedRequestId;
    private long lastReplyAtNanos;

    void countRequest() {
        requestsSent++;
    }

    void countFailedRequest() {
        requestsFailed++;
    }

    void countReply(long requestId, long nowNanos) {
        repliesReceived++;
        acknowledgedRequestId = requestId;
        lastReplyAtNanos = nowNanos;
    }

    long requestsSent() {
        return requestsSent;
    }

    /** Requests that could not be sent because this router has no underlay address. */
    long requestsFailed() {
        return requestsFailed;
    }

    long repliesReceived() {
        return repliesReceived;
    }

    /** Id of the last request that was answered; 0 when none was. */
    long acknowledgedRequestId() {
        return acknowledgedRequestId;
    }

    long lastReplyAtNanos() {
        return lastReplyAtNanos;
    }
}
