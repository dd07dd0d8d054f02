/** A model file in memory: text, model, and what is known of one revision of it. */
package dmvpn.dsl.resource;
