/** Progress and cancellation of services. */
package dmvpn.app.progress;
