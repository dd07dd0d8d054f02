/** Tests that findings tell the truth: what an error denies is missing in the simulation, what a sound network promises is there. */
package dmvpn.app.alarms;
