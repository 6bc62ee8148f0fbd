import Testing

@testable import Store

@Suite struct JSONTests {
    @Test(arguments: [
        "", "plain", "\"quoted\" and \\ back", "line\nbreak\ttab\r", "\u{0}\u{1F}", "الحُرِّيَّة", "🇱🇧 👩‍👩‍👧",
        "\u{7F}\u{FFFD}",
    ])
    func `a text comes back as it was`(text: String) {
        var json = JSONText()
        json.string(text)
        #expect(JSONReader.value(of: json.text) == .text(text))
    }

    @Test(arguments: [
        (
            #" { "a" : [ 1 , -2.5 , true , null ] } "#,
            JSONReader.Value.object(["a": .list([.integer(1), .number(-2.5), .boolean(true), .null])])
        ),
        (#""\u00e9\ud83d\ude00\/""#, .text("é😀/")),
        (#""\ud83d""#, .text("\u{FFFD}")),
        ("[]", .list([])), ("{}", .object([:])),
        ("9223372036854775807", .integer(.max)),
    ])
    func `foreign JSON is read`(json: String, value: JSONReader.Value) {
        #expect(JSONReader.value(of: json) == value)
    }

    @Test(arguments: [
        "", "{", "[1", "[1,]x", "\"open", "{\"a\" 1}", "nul", "[1] 2", String(repeating: "[", count: 1000),
    ])
    func `what is not JSON is nothing`(json: String) {
        #expect(JSONReader.value(of: json) == nil)
    }

    @Test(arguments: [
        (
            #" [ "a" , "b\"a" , 1.50, 18446744073709551615 ] "#,
            #" [ "<a>" , "<b\"a>" , 1.50, 18446744073709551615 ] "#
        ),
        (#"{"a":"a","b" : {"c":["\u0061",null]}}"#, #"{"a":"<a>","b" : {"c":["<a>",null]}}"#), ("{}", "{}"),
        (#""open"#, #""open"#),
    ])
    func `texts within JSON are changed, and nothing else`(json: String, changed: String) {
        #expect(JSONReader.json(json) { "<\($0)>" } == changed)
    }
}
