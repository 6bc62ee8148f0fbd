import Plugins
import TOMLKit
import Testing

struct TOMLCheckingTests {
    /// The TOML library would end the process.
    @Test(
        arguments: [
            "[ ,", "[\n", "a = 1\n [=]", "[[.a]]", "\u{85}[\u{3000}a]", "a = '\\'\n[\n", "# '''\n[+]",
            "a = \"\"\"\n[\n\"\"\"\"\n[,]", "a = 2024-06-30T\n", "a = [2024-06-30t:00]",
            "a = [}", "a = 1 ]", "a = 2024-06-30 1 # x", "e = 2024-06-3= 5\n", "e=2024-06-3= 5\n",
            "a = [1, 2_024-é6-30 1]", "a = { b = 2024-06-3= 5}", "a = 20_24-6x-30 1,",
            "e = 2024-06-[[ 2] 2]", "e = [2024-06-{{ 2}}]", "e = 2024-06-3\u{1} 0\n", "e = 2024-06-3\r 0",
            "a = 1\u{0}", "a = 2024-06-3\u{7F} 0",
        ])
    func `what must not be parsed is refused before`(text: String) {
        let error = #expect(throws: TOMLTextError.self) { try TOMLTable(checking: text) }
        #expect(error?.description.hasPrefix("line ") == true)
    }

    @Test(
        arguments: [
            "a = \"\"\"\n[.\n\"\"\"\"\n[b]", "a = [\n[\n1]\n]\n[b]", "a = {b = 1}\n[ 'c' ]\n[[\t\"d\" ]]",
            "a = '2024-06-30T' # 2024-06-30T\nb = 2024-06-30T14:00:00Z\nc = 2024-06-30 # day\nd = 2024-06-30 14:00:00\ne = [{ f = [] }, 2024-06-30 ]",
            "a = \"\\\"\"\n[b]", "2024-06-a= 5\n", "a = { 2024-06-b= 5 }", "2024-06-30T= 1", "2024-06-30 = 1",
            "a = [ 1, # 2024-06-3\n 5 ]", "a = [ 2024-06-30, 5, 2024-06-30 ]", "a = 1\r\nb\t= 2\r\n",
            "a = [ # one\n [1], # [two\n  [\n2 ] ,{ b = [3], c = { d = 4 } }\n]\n[[e]]\nf = [[], [[5]]]",
        ])
    func `what looks like it is parsed`(text: String) throws {
        #expect(try !TOMLTable(checking: text).isEmpty)
    }

    @Test(
        arguments: [
            ("0", "int"), ("-0", "int"), ("+99", "int"), ("1_000", "int"), ("9223372036854775807", "int"),
            ("-9223372036854775808", "int"), ("1e-400", "double"), ("-1.7976931348623157e308", "double"),
            ("0xDEAD_beef", "int"), ("0o7_55", "int"), ("0b1101", "int"), ("0.0", "double"),
            ("-1.5", "double"),
            ("1e6", "double"), ("+1_0.2_5E-0_3", "double"), ("0e0", "double"), ("-1E+06", "double"),
            ("inf", "double"), ("-nan", "double"), ("true", "bool"), ("false#", "bool"),
            ("\"\"", "string"), ("''", "string"), (#""\b\t\n\f\r\"\\\u00e9\U0001F600""#, "string"),
            ("'C:\\u\t'", "string"), ("\"\u{80}é\u{FEFF}\u{10FFFF}\"", "string"), ("\"\"\"\"\"\"", "string"),
            ("\"\"\"\r\na\\  \n\n  b\"\" \\\"\"\"\"\"\"", "string"), ("'''\na'' \\ '''''", "string"),
            ("0001-01-01", "date"), ("2024-02-29 ", "date"), ("00:00:00", "time"),
            ("23:59:59.123456789", "time"),
            ("2024-06-30T14:00:00", "dateTime"), ("2024-06-30 14:00:00.5", "dateTime"),
            ("2024-06-30t14:00:00z", "dateTime"), ("2024-06-30 14:00:00-07:30 # noon", "dateTime"),
            ("[]", "array"), ("[ # one\r\n\t1 , # two\n\n[2,], ]", "array"), ("{}", "table"),
            ("{ b.\"c\" . 'd' = [\n], 2 = {} }", "table"),
        ])
    func `a value of each shape is parsed`(value: String, type: String) throws {
        let alone = try TOMLTable(checking: "a = \(value)")
        #expect(try #require(alone["a"]).type.rawValue == type)
        let within = try TOMLTable(checking: "\u{FEFF}[t]\r\na=\(value)\r\nb = 1")
        #expect(try #require(within["t"]?.table?["a"]).type.rawValue == type)
    }

    @Test(
        arguments: [
            ("[plugin", "1, column 8: ']' is expected after"),
            ("[[a]", "1, column 4: ']]' is expected after"),
            ("[a]\n[[ b ] ]", "2, column 6: ']]' is expected"),
            ("[ [a]]", "1, column 3: the name of a table"),
            ("[]", "1, column 2: the name of a table"), ("a = 1 b = 2", "1, column 7: the line should end"),
            ("[a] b = 2", "1, column 5: the line should end"), ("= 1", "1, column 1: a name is expected"),
            ("a. = 1", "1, column 4: a name is expected after '.'"), ("a", "1, column 2: '=' is expected"),
            ("naïve = 1", "1, column 3: '=' is expected after a name; names with others"),
            ("\"\"\"a\"\"\" = 1", "1, column 1: a name has one quote"),
            ("a =", "1, column 4: a value is expected"),
            ("é = 1", "1, column 1: a name is expected"), ("'é'é = 1", "1, column 4: '=' is expected"),
            ("a = hello", "1, column 5: 'hello' is no value; text stands in quotes"),
            ("a = مرحبا", "1, column 5: this is no value"), ("a = True", "1, column 5: 'True' is no value"),
            ("a = 01", "1, column 5: '01' is no number"), ("a = 1__0", "1, column 5: '1__0' is no number"),
            ("a = 1_", "'1_' is no number"), ("a = 1.", "'1.' is no number"),
            ("a = +.5", "'+.5' is no number"),
            ("a = 1e", "'1e' is no number"), ("a = +0x1", "'+0x1' is no number"),
            ("a = 0xg", "'0xg' is no number"), ("a = 1.e2", "'1.e2' is no number"),
            ("a = - 1", "'-' is no number"),
            ("a = .5", "'.5' is no value"), ("a = 2024-02-30", "'2024-02-30' is no day"),
            ("a = 2024-13-01", "'2024-13-01' is no day"), ("a = 2024-6-3", "'2024-6-3' is no day"),
            ("a = 24:00:00", "'24:00:00' is no day and no time"),
            ("a = 14:00", "'14:00' is no day and no time"),
            ("a = 14:00:00Z", "'14:00:00Z' is no day"), ("a = 2024-06-30T14:60:00", "is no day"),
            ("a = 2024-06-30T14:00:60Z", "is no day"), ("a = 2024-06-30 14:00:00+24:00", "is no day"),
            ("a = 2024-06-30T14:00:00.Z", "is no day"),
            ("a = 2024-06-30  14:00:00", "1, column 17: the line should end"),
            ("a = \"b\nc = 2", "1, column 5: the text that begins here is not closed by \" on its line"),
            ("\na = '''\n\n''", "2, column 5: the text that begins here is not closed by '''"),
            ("a = \"\"\"b\"\"\"\"\"\"", "1, column 14: the line should end"),
            ("a = 'b''", "1, column 8: the line"),
            (#"a = "\x41""#, "1, column 6: a backslash is followed by"),
            (#"a = "\u12"#, "1, column 6: 4 hexadecimal"), (#"a = "\uD800""#, "4 hexadecimal"),
            (#"a = "\U00110000""#, "8 hexadecimal"),
            (#"a = "\u0000""#, "4 hexadecimal digits of a character, not 0"),
            ("a = \"\"\"\\ b\"\"\"", "1, column 8: a backslash before blanks"),
            ("a = [1 2]", "1, column 8: ',' or ']' is expected"),
            ("a = [\n[1,\n2", "2, column 1: the array that begins"),
            ("a = [,]", "1, column 6: a value is expected"),
            ("a = [1,,]", "1, column 8: a value is expected"),
            ("a = [b=1]", "'b=1' is no value"), ("a = { b = 1, }", "1, column 14: a name is expected"),
            ("a = { b = 1\n}", "1, column 12: ',' or '}' is expected"), ("a = {,}", "1, column 6: a name"),
            ("a = 1\rb = 2", "1, column 6: there is a control character (13)"),
            ("# \u{7}", "1, column 3: there is a control character (7)"),
            ("a = 1\na = 2", "line 2, column 5: in a key-value pair: cannot redefine existing integer 'a'"),
            ("a = -9223372036854775809", "'-9223372036854775809' is larger than a number"),
            ("a = 0xFFFF_FFFF_FFFF_FFFF", "larger than a number of 64 bits"),
            ("a = 1e400", "'1e400' is larger"),
        ])
    func `what is no TOML is refused where it stands`(text: String, sentence: String) {
        let error = #expect(throws: TOMLTextError.self) { try TOMLTable(checking: text) }
        #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
    }

    /// The library goes through tables by calling itself.
    @Test(
        arguments: [
            ("", "a.", "a = 1", ""), ("[", "a.", "a]", ""), ("a = ", "[", "", "]"), ("a = ", "{a=", "1", "}"),
            ("[a.a.a.a]\na.a.a = ", "[{a.a=", "1", "}]"),
        ])
    func `what nests deep is refused`(before: String, open: String, middle: String, close: String) throws {
        func nested(_ count: Int) -> String {
            before + String(repeating: open, count: count) + middle + String(repeating: close, count: count)
        }
        #expect(try !TOMLTable(checking: nested(15)).isEmpty)
        for count in [65, 100_000] {
            let error = #expect(throws: TOMLTextError.self) { try TOMLTable(checking: nested(count)) }
            #expect(error?.description.contains("more than 64 tables and arrays") == true)
        }
    }

    @Test func `a long text is parsed`() throws {
        let line = "[[a]] # é\nb = [ \"\\u00e9\", 'd', { e.f = 0x5 }, 2024-06-30 14:00:00Z, '''\n''' ]\n"
        let table = try TOMLTable(checking: String(repeating: line, count: (1 << 20) / line.utf8.count))
        #expect(try #require(table["a"]?.array).count > 10_000)
        let text = String(repeating: "\\", count: 1 << 20)
        #expect(try TOMLTable(checking: "a = '\(text)'")["a"]?.string == text)
    }
}
