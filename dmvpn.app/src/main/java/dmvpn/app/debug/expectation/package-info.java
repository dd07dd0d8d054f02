/** What a scenario expects of a run, and what became of it. */
package dmvpn.app.debug.expectation;
