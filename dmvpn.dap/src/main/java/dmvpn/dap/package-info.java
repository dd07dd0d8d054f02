/** The debugger for editors that speak the Debug Adapter Protocol (Microsoft, Debug Adapter Protocol specification 1.6x). */
package dmvpn.dap;
