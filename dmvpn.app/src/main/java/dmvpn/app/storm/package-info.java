/**
 * Random faults at random times, all repaired in the end: does a design heal by itself, and as soon as its timers allow?
 */
package dmvpn.app.storm;
