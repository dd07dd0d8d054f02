/** Route policies at work: what of a route they look at, and what they make of it. */
package dmvpn.sim.routing.policy;
