/** What a word of the language means: durations, rates, ranges and computed values, from the text as it was written. */
package dmvpn.dsl.values;
