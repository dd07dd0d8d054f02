/** Serving the diagram of a model to web browsers of this machine. */
package dmvpn.app.serve;
