/** Which events of a run people want to see, and where in the run those are. */
package dmvpn.app.timeline;
