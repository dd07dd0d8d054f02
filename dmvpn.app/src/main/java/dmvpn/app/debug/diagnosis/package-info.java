/** The method of layers where a run stands. */
package dmvpn.app.debug.diagnosis;
