package io.peerwatch.schemas.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/**
 * What the symbols of an enum mean. Avro has docs for enums, none for their symbols: ours say what
 * the enum is, then {@code SYMBOL: meaning.} for one symbol after the other.
 *
 * @param enumDoc what the enum is
 * @param bySymbol meanings in the schema's order; empty text for a symbol that has none
 */
public record SymbolDocs(String enumDoc, Map<String, String> bySymbol) {

  /** Of an enum's schema. */
  public static SymbolDocs of(Schema schema) {
    var doc = schema.getDoc() == null ? "" : schema.getDoc();
    var starts = Pattern.compile("\\b(" + String.join("|", schema.getEnumSymbols()) + "): ");
    var meanings = new LinkedHashMap<String, String>();
    schema.getEnumSymbols().forEach(symbol -> meanings.put(symbol, ""));
    var matcher = starts.matcher(doc);
    var first = doc.length();
    String symbol = null;
    int from = 0;
    while (matcher.find()) {
      first = Math.min(first, matcher.start());
      if (symbol != null) {
        meanings.put(symbol, doc.substring(from, matcher.start()).strip());
      }
      symbol = matcher.group(1);
      from = matcher.end();
    }
    if (symbol != null) {
      meanings.put(symbol, doc.substring(from).strip());
    }
    return new SymbolDocs(doc.substring(0, first).strip(), meanings);
  }
}
