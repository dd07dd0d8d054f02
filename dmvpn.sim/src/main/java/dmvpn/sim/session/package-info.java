/** Time travel in a run: back and forth by repeating it, with some paused repetitions kept. */
package dmvpn.sim.session;
