package dmvpn.sim.capture;

/** What goes into one capture file. */
public enum CaptureScope {
    /** Each router or host has a file with what its interfaces send and receive. */
    ROUTER,
    /** Each transport and each local network has a file with what is sent into it, lost packets included. */
    LINK,
    /** One file has everything that is sent. */
    NETWORK
}
